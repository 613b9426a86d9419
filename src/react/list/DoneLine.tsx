'use client';

import type { ReactNode } from 'react';
import { Banner } from '../banner/Banner.js';
import type { BannerAppearance } from '../banner/bannerAppearance.js';
import { useSettings } from '../settings.js';
import { useItem } from '../useItem.js';
import { bankName } from '../words/bankName.js';
import { createSpeak } from '../words/createSpeak.js';
import { outcomeWords } from '../words/visitWords.js';
import { createPlainBanner } from './plainBanner.js';
import { RowLine } from './RowLine.js';

export interface DoneLineProps {
  itemId: string;
  density: NonNullable<BannerAppearance['density']>;
  headingLevel: NonNullable<BannerAppearance['headingLevel']>;
}

/** What has become of an Item whose own banner has left: that it works. */
export function DoneLine({ itemId, density, headingLevel }: DoneLineProps): ReactNode {
  const { link, session, purpose } = useItem(itemId, '<RepairItemBannerList>').snapshot;
  const settings = useSettings();
  const name = bankName(link?.institution_name);
  const speak = createSpeak(settings, { institution: name ?? settings.messages.unnamedInstitution });
  const banner = {
    ...createPlainBanner(settings, { variant: 'inline', density, severity: 'ok' }),
    title: speak(outcomeWords(session, purpose).connected),
  };
  return <Banner banner={banner} opener={itemId} appearance={{ headingLevel, render: renderLine }} rootRef={null} />;
}

const renderLine = () => <RowLine isNext={false} />;
