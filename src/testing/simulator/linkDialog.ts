import type { PlaidLinkError } from 'react-plaid-link';
import { buildElement } from './buildElement.js';
import { LINK_DIALOG_STYLES } from './linkDialogStyles.js';
import { buildSignInForm } from './signInForm.js';

export interface SignIn {
  institutionName: string;
  clientName: string | undefined;
  onSuccess(): void;
  /** The person has chosen an error as the bank's answer, and sees it now. */
  onError(error: PlaidLinkError): void;
}

export interface Pane {
  /** A letter in the place of a logo. */
  mark: string;
  title: string;
  hint: string;
  build(content: Document): HTMLElement;
}

/** What the user sees of Link: one pane, whose content changes. */
export interface LinkDialog {
  showWaiting(text: string): void;
  showSignIn(signIn: SignIn): void;
  showPane(pane: Pane): void;
  /** Whoever closes it leaves Link with this error. */
  showError(error: PlaidLinkError): void;
}

/** Fills the iframe's document. `onClose` hears of the cross, of Escape, and of the error pane's button. */
export function createLinkDialog(content: Document, onClose: (shownError: PlaidLinkError | null) => void): LinkDialog {
  let shownError: PlaidLinkError | null = null;
  const close = (): void => onClose(shownError);

  const cross = buildElement(content, 'button', { class: 'close', type: 'button', 'aria-label': 'Close' });
  cross.addEventListener('click', close);
  const pane = buildElement(content, 'div', { class: 'content' });

  addStyles(content);
  content.documentElement.lang = 'en';
  content.title = 'Simulated Plaid Link';
  content.body.replaceChildren(
    buildElement(
      content,
      'main',
      { class: 'pane', 'aria-label': 'Simulated Plaid Link' },
      buildElement(
        content,
        'div',
        { class: 'bar' },
        buildElement(content, 'p', { class: 'label' }, 'Simulated Plaid Link'),
        cross,
      ),
      pane,
      buildElement(content, 'p', { class: 'foot' }, 'A stand-in for tests and demos. No bank is asked.'),
    ),
  );
  content.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepFocusInside(content, event);
  });

  function fill(focused: HTMLElement, ...children: Node[]): void {
    pane.replaceChildren(...children);
    content.documentElement.scrollTop = 0;
    focused.focus({ preventScroll: true });
  }

  function showMessage(mark: string, title: string, hint: string, ...rest: Node[]): void {
    const heading = buildElement(content, 'h1', { tabindex: '-1' }, title);
    fill(
      heading,
      buildElement(
        content,
        'div',
        { class: 'bank' },
        buildElement(
          content,
          'div',
          { class: shownError === null ? 'mark' : 'mark failed', 'aria-hidden': 'true' },
          mark,
        ),
        heading,
        buildElement(content, 'p', { class: 'hint' }, hint),
      ),
      ...rest,
    );
  }

  function showError(error: PlaidLinkError): void {
    shownError = error;
    const button = buildElement(content, 'button', { class: 'action', type: 'button' }, 'Close');
    button.addEventListener('click', close);
    const code = buildElement(content, 'p', { class: 'code' }, `${error.error_type} · ${error.error_code}`);
    showMessage('!', 'The connection did not work', error.display_message ?? error.error_message, code, button);
  }

  return {
    showWaiting(text) {
      const status = buildElement(content, 'p', { class: 'waiting', role: 'status', tabindex: '-1' }, text);
      fill(status, status);
    },
    showPane({ mark, title, hint, build }) {
      shownError = null;
      showMessage(mark, title, hint, build(content));
    },
    showError,
    showSignIn({ institutionName, clientName, onSuccess, onError }) {
      shownError = null;
      const form = buildSignInForm(content, (error) => {
        if (error === null) return onSuccess();
        onError(error);
        showError(error);
      });
      const hint = `${clientName ?? 'This app'} asks you to sign in again. Any username and password will do.`;
      showMessage(institutionName.charAt(0), `Sign in to ${institutionName}`, hint, form);
    },
  };
}

/** A constructed sheet needs no exception in the page's content security policy, as a `<style>` element would. */
function addStyles(content: Document): void {
  if (content.defaultView === null || !('adoptedStyleSheets' in content)) return;
  const sheet = new content.defaultView.CSSStyleSheet();
  sheet.replaceSync(LINK_DIALOG_STYLES);
  content.adoptedStyleSheets = [sheet];
}

function keepFocusInside(content: Document, event: KeyboardEvent): void {
  const stops = Array.from(content.querySelectorAll<HTMLElement>('button, input, select'));
  const leaves = event.shiftKey ? stops.at(0) : stops.at(-1);
  const entry = event.shiftKey ? stops.at(-1) : stops.at(0);
  const isOutside = !stops.some((stop) => stop === content.activeElement);
  if (content.activeElement !== leaves && !(isOutside && event.shiftKey)) return;
  event.preventDefault();
  entry?.focus();
}
