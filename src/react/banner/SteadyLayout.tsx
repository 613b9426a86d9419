'use client';

import { Component, type HTMLAttributes, type ReactNode } from 'react';

export interface SteadyLayoutProps extends HTMLAttributes<HTMLElement> {
  /** While it is, nothing in it gets lower than it has been since then. */
  isHeld: boolean;
  /** In another one it begins anew: its user has made it smaller, say. */
  scene: string;
  /** Link is over the page. What has no button may get lower until it has gone: nobody points at anything. */
  isCovered?: boolean | undefined;
  /** @default 'div' */
  element?: 'div' | 'li' | undefined;
}

type Size = Pick<CSSStyleDeclaration, 'blockSize' | 'inlineSize'>;
type Sizes = ReadonlyMap<HTMLElement, Size>;

const ACTION = '.update-mode-banner__action';

/** Around a banner's parts. Does not shrink while it is held, so that what is below a pointer stays there. */
export class SteadyLayout extends Component<SteadyLayoutProps> {
  element: HTMLElement | null = null;
  width = '';
  readonly keep = (element: HTMLElement | null): void => {
    this.element = element;
  };

  // Only this one tells a size before the page changes; a hook would learn of it too late.
  override getSnapshotBeforeUpdate(before: SteadyLayoutProps): Sizes {
    const { element: layout } = this;
    const { isHeld, scene } = this.props;
    if (!layout || !isHeld || scene !== before.scene) return new Map();
    const { inlineSize } = getComputedStyle(layout);
    // In another width the same words take another height.
    if (inlineSize !== this.width) this.hold(new Map());
    this.width = inlineSize;
    return new Map(findHeld(layout).map((element) => [element, readSize(element)]));
  }

  override componentDidUpdate({ isCovered }: SteadyLayoutProps, _state: unknown, sizes: Sizes): void {
    const isFree = isCovered && !this.element?.querySelector(`:scope > ${ACTION}`);
    this.hold(isFree ? new Map() : sizes);
  }

  hold(sizes: Sizes): void {
    const { element: layout } = this;
    const held = layout ? findHeld(layout) : [];
    for (const element of layout ? [layout, ...findParts(layout)] : []) {
      const size = held.includes(element) ? sizes.get(element) : undefined;
      element.style.minBlockSize = size?.blockSize ?? '';
      // As wide as its longest label: in a row the words beside it would be broken anew.
      if (element.matches(ACTION)) element.style.minInlineSize = size?.inlineSize ?? '';
    }
  }

  override render(): ReactNode {
    const {
      isHeld: _isHeld,
      scene: _scene,
      isCovered: _isCovered,
      element: Element = 'div',
      ...attributes
    } = this.props;
    return <Element ref={this.keep} className="update-mode-banner__layout" {...attributes} />;
  }
}

/** As it is now: what the browser computes changes with the page. */
function readSize(element: HTMLElement): Size {
  const { blockSize, inlineSize } = getComputedStyle(element);
  return { blockSize, inlineSize };
}

/** The layout; and while there is a button, it and what is above it. */
function findHeld(layout: HTMLElement): HTMLElement[] {
  const parts = findParts(layout);
  return parts.length > 1 ? [layout, ...parts] : [layout];
}

function findParts(layout: HTMLElement): HTMLElement[] {
  return [...layout.querySelectorAll<HTMLElement>(`:scope > .update-mode-banner__body, :scope > ${ACTION}`)];
}
