import type { LinkAccountChoice } from '../linkBackend.js';
import { buildElement } from './buildElement.js';
import { buildField, buildForm } from './formField.js';

/** All accounts at the bank; `onContinue` hears the ids of those to be shared. */
export function buildAccountsForm(
  content: Document,
  choices: readonly LinkAccountChoice[],
  onContinue: (accountIds: string[]) => void,
): HTMLFormElement {
  const boxes = choices.map(({ id, name, mask, isShared, isFixed }) => {
    const box = buildElement(content, 'input', { id: `account-${id}`, type: 'checkbox', value: id });
    box.checked = isShared;
    box.disabled = isFixed;
    const label = buildElement(content, 'label', { for: box.id }, mask === null ? name : `${name} ••${mask}`);
    return { box, row: buildElement(content, 'div', { class: 'choice' }, box, label) };
  });
  const legend = buildElement(content, 'legend', {}, 'Accounts');
  const fieldset = buildElement(content, 'fieldset', {}, legend, ...boxes.map(({ row }) => row));
  const listChecked = (): string[] => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  return buildForm(content, 'Continue', () => onContinue(listChecked()), fieldset);
}

/** What is asked for, in words. */
export function buildConsentForm(content: Document, asks: readonly string[], onAllow: () => void): HTMLFormElement {
  const rows = asks.map((ask) => buildElement(content, 'li', {}, ask));
  return buildForm(content, 'Allow', onAllow, buildElement(content, 'ul', {}, ...rows));
}

/** The code that a micro-deposit bears. */
export function buildCodeForm(content: Document, onContinue: () => void): HTMLFormElement {
  const code = buildElement(content, 'input', { id: 'code', type: 'text', value: 'ABC', autocomplete: 'off' });
  return buildForm(content, 'Continue', onContinue, buildField(content, 'Code', code));
}

export function buildUploadForm(content: Document, onContinue: () => void): HTMLFormElement {
  const file = buildElement(content, 'input', { id: 'document', type: 'file' });
  return buildForm(content, 'Upload', onContinue, buildField(content, 'Bank statement', file));
}

/** The way to the bank's own page. */
export function buildBankForm(content: Document, institutionName: string, onContinue: () => void): HTMLFormElement {
  return buildForm(content, `Continue to ${institutionName}`, onContinue);
}
