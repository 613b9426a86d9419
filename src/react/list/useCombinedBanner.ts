'use client';

import { useEffect, useRef } from 'react';
import type { RepairBanner } from '../banner/repairBanner.js';
import { useRuntime } from '../runtime.js';
import { useSettings } from '../settings.js';
import { createSpeak } from '../words/createSpeak.js';
import { formatCount, formatNumber } from '../words/formatMessage.js';
import { isFinished, isNeeded, itemsOf, type Arrangement } from './arrangement.js';
import { SEVERITIES } from './listReading.js';
import { createPlainBanner } from './plainBanner.js';

/** What the list says of all together. It never says that all is well while anything waits. */
export function useCombinedBanner(
  arrangement: Arrangement,
  appearance: Pick<RepairBanner, 'variant' | 'density'>,
  onClose: () => void,
): RepairBanner {
  const settings = useSettings();
  const { messages, locale, appName } = settings;
  const items = itemsOf(arrangement);
  const open = items.filter(({ phase }) => phase !== 'done');
  const urgent = items.filter(({ isOptional }) => !isOptional);
  const needed = urgent.filter(isNeeded).length;
  const done = urgent.filter(({ phase }) => phase === 'done');
  const seenTo = done.filter(({ isRepairedByUser }) => isRepairedByUser).length;

  const isEnd = isFinished(arrangement);
  const isInOrder = isEnd && open.every(({ action }) => action !== null);
  const severity = isInOrder ? 'ok' : SEVERITIES.find((each) => open.some((item) => item.severity === each));
  const speak = createSpeak(settings, {
    app: appName,
    done: formatNumber(done.length, locale),
    total: formatNumber(urgent.length, locale),
  });
  const progress = speak('listProgress');
  const isLinkOpen = items.some(({ status }) => status === 'open');
  const text = (): string[] => {
    if (isEnd) return seenTo > 0 ? [formatCount(messages.listDoneText, seenTo, locale)] : [];
    if (done.length > 0) return needed > 0 ? [progress] : [];
    return needed > 1 ? [speak('listText')] : [];
  };
  const title =
    needed > 0
      ? formatCount(messages.listTitle, needed, locale)
      : isInOrder
        ? speak('listDoneTitle')
        : asTitle(progress);
  // Of what comes back by itself, the first word is that it does.
  const told = done.filter((item) => item.status === 'repaired' || item.severity === 'ok');
  useSpoken(told.length, isInOrder ? title : progress);
  return {
    ...createPlainBanner(settings, { ...appearance, severity: severity ?? 'ok' }),
    remedy: isEnd ? 'none' : 'update_mode',
    title,
    texts: text(),
    // Where the button is, so that no row grows under Link.
    notes: isLinkOpen ? [speak('openText')] : [],
    meta: arrangement.nextId === null ? [] : [speak(appName === undefined ? 'trustUnnamedText' : 'trustText')],
    dismissals: isEnd
      ? [
          {
            kind: 'dismiss',
            label: messages.dismiss,
            props: { type: 'button', 'data-kind': 'dismiss', onClick: onClose },
          },
        ]
      : [],
  };
}

function asTitle(sentence: string): string {
  return sentence.replace(/[.।]$/, '');
}

/** Has each step forward read out. What was done before this list is no news. */
function useSpoken(doneCount: number, text: string): void {
  const { spoken } = useRuntime('<RepairItemBannerList>');
  const { areWordsThere } = useSettings();
  const told = useRef(doneCount);
  useEffect(() => {
    if (doneCount > told.current && areWordsThere) spoken.set(text);
    told.current = doneCount;
  }, [doneCount, text, areWordsThere, spoken]);
}
