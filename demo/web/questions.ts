import type { SupportRequest } from '../api.js';
import { askSupport, removeConnection, replaceConnection } from './harbourServer.js';

/** What Harbour asks back before it does something. */
export type Question =
  | { kind: 'remove' | 'closed' | 'replace'; itemId: string; institutionName: string }
  | { kind: 'support'; request: SupportRequest; institutionName: string };

export interface QuestionWords {
  title: string;
  text: string;
  confirm: string;
}

export function wordQuestion(question: Question): QuestionWords {
  const { institutionName } = question;
  switch (question.kind) {
    case 'remove':
      return {
        title: `Remove ${institutionName}?`,
        text: 'Harbour ends the connection and forgets its accounts.',
        confirm: 'Remove',
      };
    case 'closed':
      return {
        title: `Remove ${institutionName}?`,
        text: 'You closed this account at the bank. Harbour ends the connection and forgets its accounts.',
        confirm: 'Remove',
      };
    case 'replace':
      return {
        title: `Connect ${institutionName} again?`,
        text: 'Harbour makes a new connection and removes the old one. Your bank would ask you to sign in here; this demo’s bank does not.',
        confirm: 'Connect again',
      };
    case 'support': {
      const { errorCode, linkSessionId, requestId } = question.request;
      const references = [errorCode, linkSessionId, requestId].filter((reference) => reference !== undefined);
      const along = references.length > 0 ? ` along with ${references.join(', ')}` : '';
      return {
        title: 'Ask Harbour’s support?',
        text: `We tell them which connection it is about${along}.`,
        confirm: 'Send',
      };
    }
  }
}

export async function actOnQuestion(question: Question): Promise<void> {
  switch (question.kind) {
    case 'remove':
    case 'closed':
      return removeConnection(question.itemId);
    case 'replace':
      return replaceConnection(question.itemId);
    case 'support':
      return askSupport(question.request);
  }
}
