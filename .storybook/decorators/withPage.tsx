import type { Decorator } from '@storybook/react-vite';
import { type ReactNode, useLayoutEffect } from 'react';
import { findDirection } from '../../src/core/locale.js';

/** Gives the page what the toolbar says, as an app does: language, direction, colour scheme and motion, on the root element. */
export const withPage: Decorator = (Story, { globals }) => {
  const { language, direction, scheme, motion } = globals;
  return (
    <Page
      language={String(language)}
      direction={direction === 'language' ? findDirection(String(language)) : String(direction)}
      scheme={scheme === 'system' ? 'light dark' : String(scheme)}
      isStill={motion === 'reduced'}
    >
      <Story />
    </Page>
  );
};

interface PageProps {
  language: string;
  direction: string;
  scheme: string;
  isStill: boolean;
  children: ReactNode;
}

function Page({ language, direction, scheme, isStill, children }: PageProps) {
  useLayoutEffect(() => {
    const { documentElement: root, body } = document;
    root.lang = language;
    root.dir = direction;
    root.style.colorScheme = scheme;
    // No page can pretend that its reader's system asks for less motion; the stylesheet takes this instead.
    if (isStill) root.style.setProperty('--update-mode-motion', '0s');
    else root.style.removeProperty('--update-mode-motion');
    // Storybook paints the page white by itself.
    body.style.background = 'Canvas';
    body.style.color = 'CanvasText';
  }, [language, direction, scheme, isStill]);
  return children;
}
