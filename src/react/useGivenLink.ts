'use client';

import { useEffect } from 'react';
import type { Item } from '../core/item.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { useLatest } from './useLatest.js';

/** Hands a link that the app has read itself to the Item's store: at first, and whenever its content is another. */
export function useGivenLink(item: Item, link: IntegrationLink | undefined): void {
  const latest = useLatest(link);
  const content = link && JSON.stringify(link);
  useEffect(() => {
    if (content !== undefined && latest.current) item.setLink(latest.current, 'given');
  }, [item, content, latest]);
}
