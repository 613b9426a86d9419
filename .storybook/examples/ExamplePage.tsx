import { type ReactNode, useSyncExternalStore } from 'react';

interface ExamplePageProps {
  /** The app's whole stylesheet. It is on the page for as long as the example is, and no other story meets it. */
  css: string;
  /** As the toolbar has it. */
  scheme: string;
  children: ReactNode;
}

/** The page of an app of its own: its stylesheet, and dark by a class as such apps have it. */
export function ExamplePage({ css, scheme, children }: ExamplePageProps) {
  const isSystemDark = useSyncExternalStore(watchSystem, () => SYSTEM_DARK.matches);
  const isDark = scheme === 'system' ? isSystemDark : scheme === 'dark';
  return (
    <div className={isDark ? 'dark' : undefined} style={{ colorScheme: isDark ? 'dark' : 'light' }}>
      <style data-example="">{css}</style>
      {children}
    </div>
  );
}

const SYSTEM_DARK = window.matchMedia('(prefers-color-scheme: dark)');

function watchSystem(onChange: () => void): () => void {
  SYSTEM_DARK.addEventListener('change', onChange);
  return () => SYSTEM_DARK.removeEventListener('change', onChange);
}
