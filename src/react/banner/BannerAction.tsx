'use client';

import type { ReactNode } from 'react';
import type { MessageKey } from '../../core/messages.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { httpsUrl } from '../../protocol/webAddress.js';
import type { BannerAction as Action } from './bannerActions.js';
import { useSettings, type SupportReference } from '../settings.js';
import type { UseUpdateModeResult } from '../useUpdateMode.js';

export interface BannerActionProps {
  action: Action;
  className: string;
  /** The id of the title, for labels that don't name the bank. */
  describedBy?: string | undefined;
  speak(key: MessageKey): string;
  repair: UseUpdateModeResult;
  link: IntegrationLink | null;
  itemId: string;
  reference: SupportReference | null;
}

/** One way on. The one into Link stays the same element through a visit, so that the focus has a place to return to. */
export function BannerAction(props: BannerActionProps): ReactNode {
  const { action, className, describedBy, speak, repair, link, itemId, reference } = props;
  const { newLink, accountClosed, support } = useSettings().appActions;
  const label = speak(action.label);
  const common = { className, 'aria-describedby': describedBy };
  const button = (onClick: () => void) => (
    <button type="button" {...common} onClick={onClick}>
      {label}
    </button>
  );
  switch (action.kind) {
    case 'launch':
      return (
        <button {...repair.buttonProps} {...common} aria-busy={action.isBusy}>
          {label}
        </button>
      );
    case 'hosted_link':
      return (
        <a {...repair.hostedLinkProps} {...common}>
          {label}
        </a>
      );
    case 'new_link':
      return button(() => link && newLink?.(itemId, link));
    case 'account_closed':
      return button(() => link && accountClosed?.(itemId, link));
    case 'support':
      return button(() => support?.(itemId, link, reference ?? {}));
    case 'bank_site':
      return (
        <a {...common} href={httpsUrl(link?.institution_url) ?? undefined} target="_blank" rel="noopener noreferrer">
          {label}
        </a>
      );
  }
}
