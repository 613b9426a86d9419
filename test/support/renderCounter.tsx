import { Profiler, type ReactNode } from 'react';

/** Counts how often what stands inside of `Counted` was rendered, by name. */
export function createRenderCounter() {
  const counts = new Map<string, number>();
  return {
    Counted: ({ name, children }: { name: string; children: ReactNode }) => (
      <Profiler id={name} onRender={(id) => counts.set(id, (counts.get(id) ?? 0) + 1)}>
        {children}
      </Profiler>
    ),
    /** Those that have rendered since the last call. */
    takeRendered(): string[] {
      const names = [...counts.keys()];
      counts.clear();
      return names;
    },
  };
}
