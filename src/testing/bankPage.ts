import type { LinkAccountChoice } from './linkBackend.js';

export interface BankPage {
  title: string;
  institutionName: string;
  clientName?: string | undefined;
  choices: readonly LinkAccountChoice[];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 26rem; margin: 0 auto; padding: 2rem 1.25rem; }
fieldset { margin: 1rem 0; padding: 0.75rem 1rem; border: 1px solid #858d9a; border-radius: 10px; }
label { display: flex; gap: 0.75rem; align-items: center; min-height: 44px; }
button { min-height: 44px; margin: 0 0.5rem 0 0; padding: 0.5rem 1.25rem; border: 1px solid #858d9a; border-radius: 10px; font: inherit; }
button[value='allow'] { border-color: transparent; background: #2b4c7e; color: #fff; font-weight: 600; }
`;

function renderChoice({ id, name, mask, isShared, isFixed }: LinkAccountChoice): string {
  const state = `${isShared ? ' checked' : ''}${isFixed ? ' disabled' : ''}`;
  const box = `<input type="checkbox" name="account" value="${escape(id)}"${state}>`;
  return `<label>${box} ${escape(mask === null ? name : `${name} ••${mask}`)}</label>`;
}

function renderDocument(title: string, body: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>`;
  return `<!doctype html><html lang="en"><head>${head}<style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

/** A page that stands for a bank's own, or for Plaid's Hosted Link: a form with two answers, and no script. */
export function renderBankPage({ title, institutionName, clientName, choices }: BankPage): string {
  const accounts = `<fieldset><legend>Accounts</legend>${choices.map(renderChoice).join('')}</fieldset>`;
  const asks = `${escape(clientName ?? 'An app')} asks for access to your accounts at ${escape(institutionName)}.`;
  return renderDocument(
    title,
    `<p>A stand-in for tests and demos.</p><h1>${escape(institutionName)}</h1><p>${asks}</p><form method="post">
${choices.length === 0 ? '' : accounts}
<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Cancel</button></form>`,
  );
}

/** The end of a visit, for a page that has nowhere to go back to. */
export function renderEndPage(text: string): string {
  return renderDocument('Simulated bank', `<h1>${escape(text)}</h1><p>You can close this page.</p>`);
}

/** The fields of the page's form as they were sent. */
export function readBankForm(fields: URLSearchParams, choices: readonly LinkAccountChoice[]) {
  const decision = fields.get('decision') === 'allow' ? ('allow' as const) : ('deny' as const);
  const fixed = choices.filter(({ isFixed }) => isFixed).map(({ id }) => id);
  return { decision, choices: choices.length === 0 ? {} : { accounts: [...fields.getAll('account'), ...fixed] } };
}
