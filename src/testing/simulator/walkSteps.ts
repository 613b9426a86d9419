import type { LinkBackend, LinkSessionAnswer, LinkStep } from '../linkBackend.js';
import { visitBankByHand } from './bankVisit.js';
import type { ResolvedLinkBehaviour } from './linkBehaviour.js';
import type { LinkDialog } from './linkDialog.js';
import type { LinkVisitControl } from './linkVisit.js';
import type { ScriptedChoices } from './scriptedChoices.js';
import { buildAccountsForm, buildCodeForm, buildConsentForm, buildUploadForm } from './stepForms.js';
import type { TaskQueue } from './taskQueue.js';

export interface StepsOptions {
  answer: Extract<LinkSessionAnswer, { ok: true }>;
  visit: LinkVisitControl;
  dialog: LinkDialog;
  backend: LinkBackend;
  tasks: TaskQueue;
  getBehaviour(): ResolvedLinkBehaviour;
  /** What the user has chosen so far: leaving with it has its own consequences. */
  onPick(choices: ScriptedChoices): void;
}

/** Leads a person through the panes of a visit, one after the other. */
export function walkSteps(options: StepsOptions): void {
  const { answer, visit, dialog, onPick } = options;
  const { clientName = 'This app', choices = [], asks = [] } = answer;
  const institutionName = answer.institution.name;
  const mark = institutionName.charAt(0);
  const remaining = [...visit.steps];
  let picked: ScriptedChoices = {};

  function pick(accounts: readonly string[]): void {
    picked = { ...picked, accounts };
    onPick(picked);
  }

  function goOn(): void {
    const step = remaining.shift();
    if (step !== undefined) return show(step);
    dialog.showWaiting(visit.steps.at(-1) === 'sign_in' ? 'Signing in…' : 'One moment…');
    void visit.succeed(picked);
  }

  function show(step: LinkStep): void {
    switch (step) {
      case 'sign_in':
        visit.note('TRANSITION_VIEW', { view_name: 'CREDENTIAL' });
        return dialog.showSignIn({
          institutionName,
          clientName: answer.clientName,
          onSuccess: goOn,
          onError: () => visit.note('SUBMIT_CREDENTIALS'),
        });
      case 'oauth':
        visit.note('TRANSITION_VIEW', { view_name: 'OAUTH' });
        return visitBankByHand({
          ...options,
          onAllow(accounts) {
            if (accounts !== null) pick(accounts);
            goOn();
          },
        });
      case 'accounts':
        visit.note('TRANSITION_VIEW', { view_name: 'SELECT_ACCOUNT' });
        return dialog.showPane({
          mark,
          title: 'Choose accounts to share',
          hint: `${clientName} sees the accounts that are ticked, and no others.`,
          build: (content) =>
            buildAccountsForm(content, choices, (accounts) => {
              pick(accounts);
              goOn();
            }),
        });
      case 'consent':
        visit.note('TRANSITION_VIEW', { view_name: 'CONSENT' });
        return dialog.showPane({
          mark,
          title: `Allow ${clientName} to go on`,
          hint: `${clientName} asks for:`,
          build: (content) => buildConsentForm(content, asks, goOn),
        });
      case 'code':
        visit.note('TRANSITION_VIEW', { view_name: 'NUMBERS' });
        return dialog.showPane({
          mark,
          title: 'Enter the code of the deposit',
          hint: 'It stands in the deposit’s description. Any code will do.',
          build: (content) => buildCodeForm(content, goOn),
        });
      case 'upload':
        visit.note('TRANSITION_VIEW', { view_name: 'UPLOAD_DOCUMENTS' });
        return dialog.showPane({
          mark,
          title: 'Upload a bank statement',
          hint: 'No file is needed, and none leaves this page.',
          build: (content) => buildUploadForm(content, goOn),
        });
    }
  }

  goOn();
}
