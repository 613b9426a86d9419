/** A visit that Link itself has finished: Plaid knows of it, whatever becomes of the page. */
export interface FinishedVisit {
  itemId: string;
  /** Its place in the order of things. */
  at: number;
}

/** Heron was given the access token of an Item. */
export interface Told {
  itemId: string;
  /** When the request came to Heron, however long it took there. */
  at: number;
  /** Whether the app's server has had Heron's answer, so that it knows. */
  isKnown: boolean;
}

/** What is true, written down by those who can't be wrong: the banks' side, and the app's own callbacks. */
export interface Ledger {
  readonly finished: FinishedVisit[];
  readonly told: Told[];
  /** The Items of the server's `onRepaired`. */
  readonly heardByServer: string[];
  /** The Items of the page's `onRepaired`, where it was the user's own visit. */
  readonly heardByPage: string[];
  /** Reports that came with the session of a user who is not the Item's. */
  readonly sentByOthers: string[];
  /** The most Link handlers that a page had at once. */
  mostHandlers: number;
  next(): number;
}

export function createLedger(): Ledger {
  let last = 0;
  return {
    finished: [],
    told: [],
    heardByServer: [],
    heardByPage: [],
    sentByOthers: [],
    mostHandlers: 0,
    next: () => (last += 1),
  };
}

/** The visits that Heron has not heard of since. */
export function listUntold({ finished, told }: Ledger): FinishedVisit[] {
  return finished.filter((visit) => !told.some(({ itemId, at }) => itemId === visit.itemId && at > visit.at));
}

/**
 * What has come twice in effect: the app heard of more repairs than there were visits, on its page or on its server, or
 * Heron's answer came to more PUTs than visits had been finished by then. A PUT whose answer was lost may be sent again:
 * it says the same, and nobody could know.
 */
export function listDoubles(ledger: Ledger): string[] {
  const itemIds = new Set([...ledger.told, ...ledger.finished].map(({ itemId }) => itemId));
  return [...itemIds].flatMap((itemId) => {
    const visits = ledger.finished.filter((visit) => visit.itemId === itemId);
    const surplus = (heard: readonly string[], who: string): string[] =>
      heard
        .filter((id) => id === itemId)
        .slice(visits.length)
        .map(() => `${who} heard of a repair again`);
    const known = ledger.told.filter((told) => told.itemId === itemId && told.isKnown);
    const toldAgain = known.filter(({ at }, index) => index >= visits.filter((visit) => visit.at < at).length);
    return [
      ...surplus(ledger.heardByPage, 'the page'),
      ...surplus(ledger.heardByServer, 'the server'),
      ...toldAgain.map(() => 'Heron was told again'),
    ];
  });
}
