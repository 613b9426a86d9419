'use client';

import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { isOnline } from '../browser/deviceNetwork.js';
import { joinVoices } from '../browser/voices.js';
import type { ClientEvent } from '../core/clientEvent.js';
import { readItemId } from '../protocol/target.js';
import { createAnnouncements, type Announcement, type AskedEvent } from './words/announcement.js';
import { joinSentences } from './words/joinSentences.js';
import { useRuntime } from './runtime.js';
import { useIsMounted, useSettings } from './settings.js';
import { useLatest } from './useLatest.js';

/** Some screen readers miss a text that is written in the moment in which the focus moves. */
const DELAY_MS = 150;

/** The live regions. They are there from the first render: one that comes with its text is often not read. */
export function Announcer(): ReactNode {
  const { client, spoken, asked } = useRuntime('<Announcer>');
  const settings = useSettings();
  const latest = useLatest(settings);
  const { language, areWordsThere } = settings;
  const catchUp = useRef<() => void>(() => {});
  const isMounted = useIsMounted();
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);

  useEffect(() => {
    const announce = createAnnouncements({
      getConditions() {
        const { isDurable } = client.outbox.undelivered.getSnapshot();
        return { isOnline: isOnline(), isDurable };
      },
      getProgress: client.userProgress.getSnapshot,
    });
    const voice = joinVoices();
    let waiting: { next: Announcement; of: string | null } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = '';
    let missed: (ClientEvent | AskedEvent)[] = [];
    const hear = (event: ClientEvent | AskedEvent): void => {
      if (!latest.current.areWordsThere) return void missed.push(event);
      const next = announce(event, latest.current);
      if (!next) return;
      // Another provider's list may say the same of the same Item.
      if (event.type === 'connected' && !voice.isFirst(`connected ${event.itemId}`)) return;
      say(next, event.itemId);
    };
    const say = (next: Announcement | 'hush', of: string | null): void => {
      clearTimeout(timer);
      // Emptied in between, the region has the same words read out again.
      setAnnouncement(null);
      if (next === 'hush') {
        told = '';
        return void (waiting = null);
      }
      const { isUrgent, sequel } = next;
      const words = { isUrgent, text: sequel && sequel.to === told ? sequel.text : next.text };
      waiting = { next: waiting && waiting.of !== of ? join(waiting.next, words) : words, of };
      const { next: whole } = waiting;
      timer = setTimeout(() => {
        waiting = null;
        told = whole.text;
        setAnnouncement(whole);
      }, DELAY_MS);
    };
    catchUp.current = () => {
      const events = missed;
      missed = [];
      events.forEach(hear);
    };
    const stopListening = client.onEvent(hear);
    const stopHearing = spoken.subscribe(() => {
      const text = spoken.getSnapshot();
      spoken.set('');
      if (text !== '') say({ text, isUrgent: false }, 'list');
    });
    const stopBeingAsked = asked.subscribe(() => {
      const request = asked.getSnapshot();
      if (!request) return;
      const itemId = readItemId(request.target);
      const link = itemId === null ? null : client.item(itemId).getSnapshot().link;
      hear({ type: 'asked', ...request, itemId, link, state: client.session(request).getSnapshot() });
    });
    return () => {
      stopBeingAsked();
      stopListening();
      stopHearing();
      clearTimeout(timer);
      voice.leave();
    };
  }, [client, spoken, asked, latest]);

  useEffect(() => {
    if (areWordsThere) catchUp.current();
  }, [areWordsThere]);

  return (
    // `off` changes nothing of what the regions say; by the attribute Radix knows what it must not hide behind its dialogs.
    <div
      className="update-mode-announcer"
      aria-live="off"
      lang={language}
      style={isMounted ? VISUALLY_HIDDEN : undefined}
    >
      <div role="status">{announcement?.isUrgent === false ? announcement.text : ''}</div>
      <div role="alert">{announcement?.isUrgent ? announcement.text : ''}</div>
    </div>
  );
}

/** What is news of several Items at one moment. */
function join(one: Announcement, other: Announcement): Announcement {
  return { text: joinSentences([one.text, other.text]), isUrgent: one.isUrgent || other.isUrgent };
}

/**
 * Inline, since the live region must be hidden without the optional stylesheet as well; and not in a server's markup, where
 * a strict Content Security Policy would refuse it. There the regions are empty.
 */
const VISUALLY_HIDDEN: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};
