import { renderBankPage } from '../bankPage.js';
import type { OAuthState } from '../linkBackend.js';
import { LINK_ERRORS } from '../linkErrors.js';
import { startOAuth } from './oauthStart.js';
import { buildBankForm } from './stepForms.js';
import type { StepsOptions } from './walkSteps.js';

/** Milliseconds between two looks at whether the popup is still there: a window tells nobody that it was closed. */
const LOOK_INTERVAL = 200;

export interface BankVisitOptions extends StepsOptions {
  /** The ids of the accounts that were ticked on the bank's page; null where it showed none. */
  onAllow(accountIds: string[] | null): void;
}

/** Sends a person to the bank's own page: in a popup, or away from this one. */
export function visitBankByHand(options: BankVisitOptions): void {
  const { answer, visit, dialog, backend, tasks, getBehaviour } = options;
  const { clientName, choices = [] } = answer;
  const institutionName = answer.institution.name;
  let isDecided = false;

  /** A popup may open in the click alone: by then the state has to be there. */
  async function prepare(): Promise<void> {
    dialog.showWaiting('One moment…');
    const { linkToken, linkSessionId } = visit;
    const state = await startOAuth(backend, { linkToken, linkSessionId }).catch(() => null);
    if (visit.isEnded()) return;
    if (state === null) return visit.exit(LINK_ERRORS.INTERNAL_SERVER_ERROR);
    showPane(state, `${institutionName} has a page of its own to sign in and to choose accounts.`);
  }

  function showPane(state: OAuthState, hint: string): void {
    dialog.showPane({
      mark: institutionName.charAt(0),
      title: `Sign in at ${institutionName}`,
      hint,
      build: (content) => buildBankForm(content, institutionName, () => leave(state)),
    });
  }

  function leave(state: OAuthState): void {
    visit.note('OPEN_OAUTH');
    const { oauth, bankPageUrl, navigate } = getBehaviour();
    const address = bankPageUrl === null ? state.bankPageUrl : `${bankPageUrl}/${state.oauthStateId}`;
    if (oauth === 'redirect' && state.returnUrl !== null && address !== undefined) {
      dialog.showWaiting(`On the way to ${institutionName}…`);
      navigate(address);
      return;
    }
    const popup = window.open('', '', 'popup,width=480,height=680');
    if (popup === null) return showPane(state, 'Your browser has blocked the window of the bank. Please allow it.');
    dialog.showWaiting(`Please go on in the window of ${institutionName}.`);
    fill(popup, (decision) => void decide(state, popup, decision));
    watch(state, popup);
  }

  function fill(popup: Window, onDecision: (decision: 'allow' | 'deny') => void): void {
    popup.document.open();
    popup.document.write(renderBankPage({ title: institutionName, institutionName, clientName, choices }));
    popup.document.close();
    for (const button of popup.document.querySelectorAll('button')) {
      button.addEventListener('click', (event) => {
        event.preventDefault();
        onDecision(button.value === 'allow' ? 'allow' : 'deny');
      });
    }
  }

  async function decide(state: OAuthState, popup: Window, decision: 'allow' | 'deny'): Promise<void> {
    const ticked = popup.document.querySelectorAll<HTMLInputElement>('input[name="account"]:checked');
    const accounts = choices.length === 0 ? null : Array.from(ticked, (box) => box.value);
    isDecided = true;
    popup.close();
    await backend.decideOAuth?.({
      oauthStateId: state.oauthStateId,
      decision,
      choices: accounts === null ? {} : { accounts },
    });
    if (visit.isEnded()) return;
    if (decision === 'allow') options.onAllow(accounts);
    else {
      visit.note('FAIL_OAUTH');
      dialog.showError(LINK_ERRORS.INSUFFICIENT_CREDENTIALS);
    }
  }

  function watch(state: OAuthState, popup: Window): void {
    if (isDecided) return;
    if (visit.isEnded()) return popup.close();
    if (!popup.closed) return tasks.later(() => watch(state, popup), LOOK_INTERVAL);
    visit.note('CLOSE_OAUTH');
    showPane(state, `The window of ${institutionName} was closed.`);
  }

  void prepare();
}
