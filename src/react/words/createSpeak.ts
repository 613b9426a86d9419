import type { MessageKey } from '../../core/messages.js';
import type { Words } from '../settings.js';
import { capitalise } from './capitalise.js';
import { formatMessage, type MessageValues } from './formatMessage.js';

/** Says messages as sentences, with what their places stand for. */
export function createSpeak(
  { messages, locale }: Pick<Words, 'messages' | 'locale'>,
  values: MessageValues,
): (key: MessageKey) => string {
  return (key) => capitalise(formatMessage(messages[key], values), locale);
}
