'use client';

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { documentLanguage } from '../../browser/documentLanguage.js';
import { DEFAULT_LANGUAGE, findDirection, findFormatLocale, isSameLanguage, readLocale } from '../../core/locale.js';
import type { Messages, MessagesLoader } from '../../core/messages.js';
import type { UpdateModeEvent } from '../../core/telemetry.js';
import type { Words } from '../settings.js';
import { useLatest } from '../useLatest.js';
import { completeMessages, hasWords } from './completeMessages.js';

/** How long banners wait for their words, before they speak English. */
const PATIENCE_MS = 4_000;

const ENGLISH: Partial<Messages> = {};

/** The words of a provider, in the language that the app asks for, or the page. */
export function useWords(
  locale: string | undefined,
  messages: Partial<Messages> | MessagesLoader | undefined,
  onEvent: (event: UpdateModeEvent) => void,
): Words {
  // Nobody on a server knows the page around. An empty `locale` says as little as none.
  const page = useSyncExternalStore<string | null>(documentLanguage.subscribe, documentLanguage.getSnapshot, onServer);
  const given = locale || page;
  const asked = given === null ? null : readLocale(given);
  const loader = typeof messages === 'function' ? messages : undefined;
  const loaded = useLoadedMessages(asked, loader, onEvent);
  const own = typeof messages === 'function' ? loaded : (messages ?? ENGLISH);

  return useMemo(() => {
    const complete = completeMessages(own ?? ENGLISH);
    const language = readLocale(complete.language);
    const around = page === null ? (asked ?? DEFAULT_LANGUAGE) : readLocale(page);
    const isForeign = !isSameLanguage(language, around);
    const direction = findDirection(language);
    return {
      messages: complete,
      locale: findFormatLocale(asked ?? DEFAULT_LANGUAGE, language),
      language: isForeign ? language : undefined,
      direction: isForeign && direction !== findDirection(around) ? direction : undefined,
      areWordsThere: own !== null,
    };
  }, [own, asked, page]);
}

/** What a loader has brought for this locale; until then what it brought for the one before, or null. */
function useLoadedMessages(
  locale: string | null,
  loader: MessagesLoader | undefined,
  onEvent: (event: UpdateModeEvent) => void,
): Partial<Messages> | null {
  const [loaded, setLoaded] = useState<Partial<Messages> | null>(null);
  const latest = useLatest({ loader, onEvent });
  const asked = useRef<{ locale: string; answer: Promise<Partial<Messages>> } | null>(null);
  const hasLoader = loader !== undefined;

  useEffect(() => {
    if (!hasLoader || locale === null) return undefined;
    let isWaiting = true;
    const giveUp = () => {
      if (!isWaiting) return;
      isWaiting = false;
      setLoaded(ENGLISH);
      latest.current.onEvent({ type: 'messages_failed', locale });
    };
    const timer = setTimeout(giveUp, PATIENCE_MS);
    // The effects of a first render can come twice; the app is asked once.
    if (asked.current?.locale !== locale) asked.current = { locale, answer: load(latest.current.loader, locale) };
    let isCurrent = true;
    asked.current.answer
      .then((words) => {
        if (!isCurrent) return;
        isWaiting = false;
        setLoaded(words);
      })
      .catch(giveUp)
      .finally(() => clearTimeout(timer));
    return () => {
      isCurrent = false;
      isWaiting = false;
      clearTimeout(timer);
    };
  }, [hasLoader, locale, latest]);

  return loaded;
}

async function load(loader: MessagesLoader | undefined, locale: string): Promise<Partial<Messages>> {
  const words = await loader?.(locale);
  // A module instead of what it exports, or nothing at all, would be taken for English without a sign.
  if (!words || !hasWords(words)) throw new TypeError('These are no words.');
  return words;
}

const onServer = () => null;
