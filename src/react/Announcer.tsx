'use client';

import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { createAnnouncements, type Announcement } from './announcement.js';
import { useRuntime } from './runtime.js';
import { useSettings } from './settings.js';
import { useLatest } from './useLatest.js';

/** Some screen readers miss a text that is written in the moment in which the focus moves. */
const DELAY_MS = 150;

/** The live regions. They are there from the first render: one that comes with its text is often not read. */
export function Announcer(): ReactNode {
  const { client } = useRuntime('<Announcer>');
  const settings = useLatest(useSettings());
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);

  useEffect(() => {
    const announce = createAnnouncements();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopListening = client.onEvent((event) => {
      const next = announce(event, settings.current);
      if (!next) return;
      clearTimeout(timer);
      if (next === 'hush') setAnnouncement(null);
      else timer = setTimeout(() => setAnnouncement(next), DELAY_MS);
    });
    return () => {
      stopListening();
      clearTimeout(timer);
    };
  }, [client, settings]);

  return (
    <div className="update-mode-announcer" style={VISUALLY_HIDDEN}>
      <div role="status">{announcement?.isUrgent === false ? announcement.text : ''}</div>
      <div role="alert">{announcement?.isUrgent ? announcement.text : ''}</div>
    </div>
  );
}

/** Inline, since the live region must be hidden without the optional stylesheet as well. */
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
