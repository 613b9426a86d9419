import type { MessageKey } from '../../core/messages.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { httpsUrl } from '../../protocol/webAddress.js';
import type { AppActions, SupportReference } from '../settings.js';
import type { UseUpdateModeResult } from '../useUpdateMode.js';
import type { BannerAction } from './bannerActions.js';
import type { BannerWay } from './repairBanner.js';

export interface WayContext {
  speak(key: MessageKey): string;
  repair: UseUpdateModeResult;
  link: IntegrationLink | null;
  itemId: string;
  reference: SupportReference | null;
  appActions: AppActions;
}

/** What a way does where the app has to do it, or Link, or another page. */
export function createWay({ kind, label, isBusy }: BannerAction, context: WayContext): BannerWay {
  const { speak, repair, link, itemId, reference, appActions } = context;
  const { newLink, accountClosed, support } = appActions;
  const common = { kind, label: speak(label), isBusy };
  const button = (onClick: () => void): BannerWay => ({
    ...common,
    element: 'button',
    props: { type: 'button', onClick },
  });
  switch (kind) {
    case 'launch':
      return { ...common, element: 'button', props: { ...repair.buttonProps, 'aria-busy': isBusy } };
    case 'hosted_link':
      return { ...common, element: 'a', props: repair.hostedLinkProps ?? {} };
    case 'new_link':
      return button(() => link && newLink?.(itemId, link));
    case 'account_closed':
      return button(() => link && accountClosed?.(itemId, link));
    case 'support':
      return button(() => support?.(itemId, link, reference ?? {}));
    case 'bank_site': {
      const href = httpsUrl(link?.institution_url) ?? undefined;
      return { ...common, element: 'a', props: { href, target: '_blank', rel: 'noopener noreferrer' } };
    }
  }
}
