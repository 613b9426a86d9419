'use client';

import { useCallback, useState, type HTMLAttributes, type ReactNode, type Ref, type RefCallback } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';
import { useKeptFocus } from './useKeptFocus.js';

/**
 * All of them belong on one element, which stays the same one through a visit: by `ref`, `tabIndex`, `onFocus` and `onBlur` the
 * focus is kept; `role` and `aria-labelledby` make any element the region; `data-severity`, `data-status`, `data-remedy`,
 * `data-variant` and `data-density` are there for styles. On React 18 a component needs `forwardRef` to take the `ref`.
 */
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
  const hold = useCallback(
    (element: HTMLElement | null) => {
      section.hold(element);
      return give(element, rootRef);
    },
    [section, rootRef],
  );
  const focusHandlers = useKeptFocus(section, opener, banner);
  const attributes = {
    ref: hold,
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
  return render ? render({ role: 'region', ...attributes }, banner) : <section {...attributes} />;
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

/** To the app's own ref, whose element `render` may exchange. */
function give(element: HTMLElement | null, ref: Ref<HTMLElement>): ReturnType<RefCallback<HTMLElement>> {
  if (typeof ref === 'function') return ref(element);
  if (ref) ref.current = element;
}
