'use client';

import { useEffect } from 'react';
import { useRuntime } from './runtime.js';

/** Has the list read and followed as long as the component is there and wants it. */
export function useRetainedList(isWanted: boolean, caller: string): void {
  const { feed } = useRuntime(caller);
  useEffect(() => (isWanted ? feed.retain() : undefined), [feed, isWanted]);
}
