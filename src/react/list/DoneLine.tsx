'use client';

import type { ReactNode } from 'react';
import { pictureUrl } from '../../protocol/webAddress.js';
import { Banner } from '../banner/Banner.js';
import type { BannerAppearance } from '../banner/bannerAppearance.js';
import type { RepairBanner } from '../banner/repairBanner.js';
import { useSettings } from '../settings.js';
import { useItem } from '../useItem.js';
import { bankName } from '../words/bankName.js';
import { createSpeak } from '../words/createSpeak.js';
import { outcomeWords } from '../words/visitWords.js';
import { createPlainBanner } from './plainBanner.js';

export interface DoneLineProps {
  itemId: string;
  appearance: Pick<BannerAppearance, 'headingLevel' | 'render'> & Pick<RepairBanner, 'density'>;
}

/** What has become of an Item whose own banner has left: that it works. */
export function DoneLine({ itemId, appearance }: DoneLineProps): ReactNode {
  const { link, session, purpose } = useItem(itemId, '<RepairItemBannerList>').snapshot;
  const settings = useSettings();
  const name = bankName(link?.institution_name);
  const speak = createSpeak(settings, { institution: name ?? settings.messages.unnamedInstitution });
  const banner = {
    ...createPlainBanner(settings, { variant: 'inline', density: appearance.density, severity: 'ok' }),
    institution: { name, logo: pictureUrl(link?.institution_logo) },
    title: speak(outcomeWords(session, purpose).connected),
  };
  return <Banner banner={banner} opener={itemId} appearance={appearance} rootRef={null} />;
}
