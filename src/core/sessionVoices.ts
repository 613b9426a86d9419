import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { RepairAnswer, VisitOutcome } from '../protocol/repair.js';
import type { DeliveryListener } from './deliveryListener.js';
import type { Outbox } from './outbox.js';
import type { Clock } from './ports.js';
import type { SessionEvent } from './session.js';
import { createReport, type VisitEnd } from './visitReport.js';

/** How a visit speaks to its session and to the server. */
export interface VisitVoice {
  say(event: SessionEvent): void;
  /** Answers whether a later page would find the report. */
  report(outcome: VisitOutcome, details?: ReportDetails): boolean;
}

export interface ReportDetails {
  linkSessionId?: string | undefined;
  onAnswered?: (() => void) | undefined;
}

export interface SessionVoicesContext {
  request: LinkTokenRequest;
  outbox: Pick<Outbox, 'add'>;
  clock: Clock;
  /** Says it to the session. */
  send(event: SessionEvent): void;
  onAnswer(answer: RepairAnswer): void;
  onGone(): void;
}

type Say = (event: SessionEvent) => void;

/** For whoever has something to tell the server, and nothing to say to the session. */
export const NOTHING_TO_SAY: Say = () => {};

/** Who may speak to a session: its latest visit. Once another one has begun, nobody listens to the one before. */
export function createSessionVoices({ request, outbox, clock, send, onAnswer, onGone }: SessionVoicesContext) {
  let visitNumber = 0;

  function createSay(): Say {
    const number = ++visitNumber;
    return (event) => {
      if (number === visitNumber) send(event);
    };
  }

  function createListener(say: Say, onAnswered?: () => void): DeliveryListener {
    return {
      sending: () => say({ type: 'reportSending' }),
      queued: (error) => say({ type: 'reportQueued', error }),
      refused: (error) => say({ type: 'reportRefused', error }),
      gone() {
        say({ type: 'reportGone' });
        onGone();
      },
      answered(answer) {
        onAnswer(answer);
        say({ type: 'answered', result: answer.result, accounts: answer.accounts ?? null });
        onAnswered?.();
      },
    };
  }

  /** Answers whether a later page would find the report. */
  function report(end: VisitEnd, say: Say, onAnswered?: () => void): boolean {
    return outbox.add(createReport(request, end), createListener(say, onAnswered));
  }

  function createVoice(startedAt: number): VisitVoice {
    const say = createSay();
    return {
      say,
      report: (outcome, { linkSessionId, onAnswered } = {}) =>
        report({ outcome, linkSessionId, startedAt, finishedAt: clock.now() }, say, onAnswered),
    };
  }

  return { createSay, createListener, report, createVoice };
}
