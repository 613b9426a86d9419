import type { SessionState } from 'react-plaid-update-mode';

/** Where a visit stands, in a few words; null before one. */
export function describeVisit(state: SessionState): string | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'launching':
      return 'Opening…';
    case 'open':
      return 'Continue in the window that opened.';
    case 'confirming':
      return state.report === 'sending' ? 'Checking…' : 'Done at the bank. We keep checking.';
    case 'repaired':
      return state.isVerified ? 'Done.' : 'Done. The bank can’t confirm it yet.';
    case 'exited':
      return 'You left before the end.';
    case 'failed':
      return state.error.code === 'still_broken' ? 'It is still missing. Please try again.' : 'That did not work.';
  }
}
