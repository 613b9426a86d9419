import type { Decorator } from '@storybook/react-vite';
import { type ReactNode, useLayoutEffect } from 'react';

/** Gives the page the toolbar's direction and colour scheme, as an app does: on the root element. */
export const withPage: Decorator = (Story, { globals }) => (
  <Page direction={String(globals['direction'])} scheme={String(globals['scheme'])}>
    <Story />
  </Page>
);

function Page({ direction, scheme, children }: { direction: string; scheme: string; children: ReactNode }) {
  useLayoutEffect(() => {
    const { documentElement: root, body } = document;
    root.dir = direction;
    root.style.colorScheme = scheme === 'auto' ? 'light dark' : scheme;
    // Storybook paints the page white by itself.
    body.style.background = 'Canvas';
    body.style.color = 'CanvasText';
  }, [direction, scheme]);
  return children;
}
