'use client';

import { createDismissalStorage } from '../browser/dismissalStorage.js';
import type { CreateDismissals } from '../core/client.js';
import { createDismissals, type Dismissals } from '../core/dismissals.js';
import { useRuntime } from './runtime.js';

/** What the user has put away. It comes with whatever shows banners: a page with buttons of its own loads nothing of it. */
export function useDismissals(caller: string): Omit<Dismissals, 'start' | 'stop'> {
  return useRuntime(caller).client.dismissals(create);
}

const create: CreateDismissals = ({ ports, ...context }) =>
  createDismissals({ ...context, ports: { ...ports, dismissalStorage: createDismissalStorage() } });
