/** What a link token or a report is for: one Item. */
export interface Target {
  /** Plaid's `item_id`. */
  item_id: string;
}

/** The name of a purpose. What it asks of Plaid stands on the server alone. */
export type Purpose = 'repair';
