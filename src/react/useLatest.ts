'use client';

import { useInsertionEffect, useRef, type RefObject } from 'react';

/** The newest value, for callbacks that outlive the render that made them. Apps need not memoise theirs. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
