'use client';

import type { ReactNode } from 'react';
import type { Messages } from '../core/messages.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { BannerAction as Action } from './bannerView.js';
import { useSettings } from './settings.js';
import type { UseUpdateModeResult } from './useUpdateMode.js';

export interface BannerActionProps {
  action: Action | null;
  speak(key: keyof Messages): string;
  repair: UseUpdateModeResult;
  link: IntegrationLink | null;
  itemId: string;
}

/** The banner's one button. It stays the same element through a visit, so that the focus has a place to return to. */
export function BannerAction({ action, speak, repair, link, itemId }: BannerActionProps): ReactNode {
  const { newLink } = useSettings().appActions;
  if (!action) return null;
  if (action.kind === 'launch') {
    return (
      <button {...repair.buttonProps} className="update-mode-banner__action" aria-busy={action.isBusy}>
        {speak(action.label)}
      </button>
    );
  }
  if (!link || !newLink) return null;
  return (
    <button type="button" className="update-mode-banner__action" onClick={() => newLink(itemId, link)}>
      {speak(action.label)}
    </button>
  );
}
