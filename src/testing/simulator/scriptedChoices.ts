import type { LinkAccountChoice, LinkChoices } from '../linkBackend.js';

/** What the user chooses on the way. Accounts are named by id, name or mask. */
export interface ScriptedChoices {
  /** Exactly these accounts are to be shared. */
  accounts?: readonly string[] | undefined;
  /** Besides those that are shared already. */
  select?: readonly string[] | undefined;
  /** Of those that are shared already. */
  deselect?: readonly string[] | undefined;
  /** Products whose permission the user does not grant at the bank. */
  withhold?: readonly string[] | undefined;
}

function findId(offered: readonly LinkAccountChoice[], name: string): string {
  const found = offered.find((account) => [account.id, account.name, account.mask].includes(name));
  if (found !== undefined) return found.id;
  const known = offered.map((account) => account.name).join(', ');
  throw new Error(
    offered.length === 0
      ? `Link offers no accounts in this visit, so "${name}" can't be chosen: the link token does not ask for account selection.`
      : `Link offers no account "${name}". It offers: ${known}.`,
  );
}

export function resolveChoices(offered: readonly LinkAccountChoice[], choices: ScriptedChoices): LinkChoices {
  const { accounts, select = [], deselect = [], withhold } = choices;
  const resolved: LinkChoices = withhold === undefined ? {} : { withhold: [...withhold] };
  if (accounts === undefined && select.length === 0 && deselect.length === 0) return resolved;
  const shared = offered.filter(({ isShared }) => isShared).map(({ id }) => id);
  const base = accounts === undefined ? shared : accounts.map((name) => findId(offered, name));
  const removed = deselect.map((name) => findId(offered, name));
  const added = select.map((name) => findId(offered, name));
  return { ...resolved, accounts: [...base.filter((id) => !removed.includes(id)), ...added] };
}
