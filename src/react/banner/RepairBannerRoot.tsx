'use client';

import { useImperativeHandle, useState, type HTMLAttributes, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';
import { useKeptFocus } from './useKeptFocus.js';

/** `data-severity`, `data-status`, `data-remedy`, `data-variant` and `data-density` are there for styles. */
export interface RepairBannerRootElementProps extends HTMLAttributes<HTMLElement> {
  ref(element: HTMLElement | null): void;
}

export interface RepairBannerRootProps extends PartProps<RepairBannerRootElementProps> {
  children: ReactNode;
}

/** The banner's region, named by its title. Keeps the focus of somebody who is inside when its button goes. */
export function RepairBannerRoot({ className, style, render, children }: RepairBannerRootProps): ReactNode {
  const scene = useBannerScene('<RepairBannerRoot>');
  const { banner, titleId, opener, rootRef } = scene;
  const [section] = useState(createHolder);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(rootRef, () => section.current, [section]);
  const focusHandlers = useKeptFocus(section, opener, Boolean(banner.action));
  const attributes = {
    ref: section.hold,
    className: joinClassNames('update-mode-banner', scene.className, className),
    style: { ...scene.style, ...style },
    tabIndex: -1,
    lang: banner.language,
    dir: banner.direction,
    'aria-labelledby': titleId,
    'data-variant': banner.variant,
    'data-density': banner.density,
    'data-severity': banner.severity,
    'data-status': banner.status,
    'data-remedy': banner.remedy,
    ...focusHandlers,
    children,
  };
  return render ? render(attributes, banner) : <section {...attributes} />;
}

/** Written by React once the element is there. */
function createHolder() {
  let current: HTMLElement | null = null;
  return {
    get current() {
      return current;
    },
    hold(element: HTMLElement | null) {
      current = element;
    },
  };
}
