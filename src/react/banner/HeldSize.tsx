'use client';

import { Component, createRef, type ReactNode } from 'react';

export interface HeldSizeProps {
  className: string;
  /** While it is, the element gets no lower than it has been since then. */
  isHeld: boolean;
  children: ReactNode;
}

/** A `<div>` that does not shrink while it is held, so that what is below it stays where a pointer has left it. */
export class HeldSize extends Component<HeldSizeProps> {
  readonly element = createRef<HTMLDivElement>();
  heldAt = '';

  // Only this one tells a size before the page changes; a hook would learn of it too late.
  override getSnapshotBeforeUpdate(): string | null {
    const element = this.element.current;
    if (!this.props.isHeld || !element) return null;
    const { style } = element;
    const size = getComputedStyle(element);
    // In another width the same words take another height.
    if (this.heldAt !== size.inlineSize) style.minBlockSize = '';
    this.heldAt = size.inlineSize;
    return size.blockSize;
  }

  override componentDidUpdate(_props: HeldSizeProps, _state: unknown, held: string | null): void {
    if (this.element.current) this.element.current.style.minBlockSize = held ?? '';
  }

  override render(): ReactNode {
    return (
      <div ref={this.element} className={this.props.className}>
        {this.props.children}
      </div>
    );
  }
}
