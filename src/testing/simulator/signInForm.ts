import type { PlaidLinkError } from 'react-plaid-link';
import { findLinkError, LINK_ERRORS } from '../linkErrors.js';
import { buildElement } from './buildElement.js';
import { buildField, buildForm } from './formField.js';

function input(content: Document, id: string, type: string, value: string): HTMLElement {
  return buildElement(content, 'input', {
    id,
    type,
    value,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
  });
}

function answerSelect(content: Document): HTMLSelectElement {
  const select = buildElement(
    content,
    'select',
    { id: 'answer' },
    buildElement(content, 'option', { value: '' }, 'Sign-in accepted'),
  );
  const types = new Set(Object.values(LINK_ERRORS).map((error) => error.error_type));
  for (const type of types) {
    const codes = Object.values(LINK_ERRORS).filter((error) => error.error_type === type);
    const options = codes.map(({ error_code: code }) => buildElement(content, 'option', { value: code }, code));
    select.append(buildElement(content, 'optgroup', { label: type }, ...options));
  }
  return select;
}

/** The bank's form, and the choice of what the bank makes of it: `null` stands for success. */
export function buildSignInForm(content: Document, onAnswer: (error: PlaidLinkError | null) => void): HTMLFormElement {
  const answer = answerSelect(content);
  return buildForm(
    content,
    'Continue',
    () => onAnswer(answer.value === '' ? null : findLinkError(answer.value)),
    buildField(content, 'Username', input(content, 'username', 'text', 'user_good')),
    buildField(content, 'Password', input(content, 'password', 'password', 'pass_good')),
    buildElement(content, 'div', { class: 'simulation' }, buildField(content, "Simulate the bank's answer", answer)),
  );
}
