import { useRef } from 'react';
import type { SessionState } from '../../src/core/session.js';
import { httpsUrl } from '../../src/protocol/webAddress.js';
import { diagnose, type BannerDensity, type BannerVariant, type IntegrationLink } from '../../src/index.js';
import { Banner } from '../../src/react/banner/Banner.js';
import { createBannerView } from '../../src/react/banner/bannerView.js';
import { describeItem } from '../../src/react/banner/itemBanner.js';
import type { RepairBanner } from '../../src/react/banner/repairBanner.js';
import type { AppActions } from '../../src/react/settings.js';
import type { UseUpdateModeResult } from '../../src/react/useUpdateMode.js';
import { useBannerWords } from '../../src/react/words/useBannerWords.js';
import { GALLERY_NOW, type GalleryState } from './galleryStates.js';

interface StillBannerProps {
  state: GalleryState;
  /** The bank that it is about. */
  name: string;
  itemId: string;
  variant: BannerVariant;
  density: BannerDensity;
}

/** A banner in one state, as it would stand there: nothing is fetched, nothing goes on, and the clock stands still. */
export function StillBanner({ state, name, itemId, variant, density }: StillBannerProps) {
  const link: IntegrationLink = {
    item_id: itemId,
    status: 'active',
    institution_name: name,
    last_successful_sync: '2026-11-17T06:00:00Z',
    ...state.link,
  };
  const diagnosis = diagnose(link, { now: GALLERY_NOW });
  const words = useBannerWords(link, diagnosis, GALLERY_NOW);
  const rootRef = useRef<HTMLElement>(null);
  const { session, recovery = 'none', failedVisits = 0, isOffline, isVolatile } = state.visit;
  const { purpose = 'repair' } = diagnosis;
  const view = createBannerView(
    { itemId, link, recovery, session, purpose, failedVisits, accounts: null },
    diagnosis,
    { newLink: true, accountClosed: true, support: true, bankSite: httpsUrl(link.institution_url) !== null },
    { isOnline: !isOffline, isDurable: !isVolatile },
  );
  if (!view) return null;
  const banner: RepairBanner = {
    ...describeItem({
      view,
      words,
      repair: standStill(session, itemId),
      link,
      itemId,
      appActions: APP_ACTIONS,
      status: session.status,
      remedy: diagnosis.remedy,
      appearance: { variant, density },
    }),
    dismissals: (state.dismissals ?? []).map((kind) => ({
      kind,
      label: words.speak(kind),
      props: { type: 'button', 'data-kind': kind, onClick: nothing },
    })),
  };
  return <Banner banner={banner} opener={itemId} appearance={{ headingLevel: 4 }} rootRef={rootRef} />;
}

function nothing(): void {}

const APP_ACTIONS: AppActions = { newLink: nothing, accountClosed: nothing, support: nothing };

/** A visit that stands where it is, whatever is pressed. */
function standStill(session: SessionState, itemId: string): UseUpdateModeResult {
  const { status } = session;
  const href = 'hostedLinkUrl' in session ? session.hostedLinkUrl : undefined;
  return {
    ...session,
    prepare: nothing,
    launch: nothing,
    cancel: nothing,
    reset: nothing,
    buttonProps: {
      type: 'button',
      'data-status': status,
      'data-update-mode-item': itemId,
      'aria-busy': status === 'launching' || (status === 'confirming' && session.report === 'sending'),
      onClick: nothing,
      onPointerEnter: nothing,
      onTouchStart: nothing,
      onFocus: nothing,
    },
    hostedLinkProps:
      href === undefined
        ? null
        : { href, target: '_blank', rel: 'noopener noreferrer', onClick: nothing, onAuxClick: nothing },
    progress: null,
  };
}
