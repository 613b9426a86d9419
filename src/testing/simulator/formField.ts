import { buildElement } from './buildElement.js';

/** A control with a label of its own. */
export function buildField(content: Document, label: string, control: HTMLElement): HTMLElement {
  const labelElement = buildElement(content, 'label', { for: control.id }, label);
  return buildElement(content, 'div', { class: 'field' }, labelElement, control);
}

/** A form of a pane; `onSubmit` comes instead of a request. */
export function buildForm(
  content: Document,
  action: string,
  onSubmit: () => void,
  ...children: Node[]
): HTMLFormElement {
  const button = buildElement(content, 'button', { class: 'action', type: 'submit' }, action);
  const form = buildElement(content, 'form', {}, ...children, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit();
  });
  return form;
}
