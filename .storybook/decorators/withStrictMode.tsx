import type { Decorator } from '@storybook/react-vite';
import { type ReactNode, StrictMode, useLayoutEffect, useState } from 'react';

/** Renders the story as React's StrictMode does, each effect twice, while the toolbar says so. */
export const withStrictMode: Decorator = (Story, { globals }) =>
  globals['strictMode'] === 'on' ? (
    <LateStrictMode>
      <Story />
    </LateStrictMode>
  ) : (
    <Story />
  );

// In the first render of a root React runs effects twice only where StrictMode is the root itself, which Storybook owns.
function LateStrictMode({ children }: { children: ReactNode }) {
  const [isMounted, setIsMounted] = useState(false);
  // oxlint-disable-next-line react/set-state-in-effect -- the second render is what this is for
  useLayoutEffect(() => setIsMounted(true), []);
  return isMounted && <StrictMode>{children}</StrictMode>;
}
