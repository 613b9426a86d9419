import type { MessageKey } from '../../core/messages.js';
import type { SupportReference } from '../settings.js';
import type { BannerSupport } from './repairBanner.js';

/** The details for support, in words. */
export function describeSupport(reference: SupportReference, speak: (key: MessageKey) => string): BannerSupport {
  const { linkSessionId, requestId, errorCode } = reference;
  const entries: [MessageKey, string | undefined][] = [
    ['linkSession', linkSessionId],
    ['request', requestId],
    ['errorCode', errorCode],
  ];
  return {
    reference,
    label: speak('supportDetails'),
    entries: entries.flatMap(([key, value]) => (value ? [{ label: speak(key), value }] : [])),
    copyLabel: speak('copy'),
    copiedText: speak('copied'),
    copyFailedText: speak('copyFailed'),
  };
}
