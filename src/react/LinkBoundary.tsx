'use client';

import { Component, type ReactNode } from 'react';

export interface LinkBoundaryProps {
  linkKey: string | undefined;
  onCrash(key: string, cause: unknown): void;
  children: ReactNode;
}

interface LinkBoundaryState {
  linkKey: string | undefined;
  hasCrashed: boolean;
}

/** Keeps what Plaid throws, when a Link is made or destroyed, away from the app. The next Link gets a new chance. */
export class LinkBoundary extends Component<LinkBoundaryProps, LinkBoundaryState> {
  override state: LinkBoundaryState = { linkKey: this.props.linkKey, hasCrashed: false };

  static getDerivedStateFromProps({ linkKey }: LinkBoundaryProps, state: LinkBoundaryState): LinkBoundaryState | null {
    return linkKey === state.linkKey ? null : { linkKey, hasCrashed: false };
  }

  static getDerivedStateFromError(): Pick<LinkBoundaryState, 'hasCrashed'> {
    return { hasCrashed: true };
  }

  override componentDidCatch(cause: unknown): void {
    const { linkKey, onCrash } = this.props;
    if (linkKey !== undefined) onCrash(linkKey, cause);
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? null : this.props.children;
  }
}
