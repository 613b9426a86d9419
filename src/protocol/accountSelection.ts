const COUNTRIES = ['US', 'CA'];

/**
 * Whether Plaid lets users choose their accounts in update mode where this bank is: `update.account_selection_enabled`,
 * https://plaid.com/docs/link/update-mode/. Elsewhere the Item is removed and made anew. A country that nobody has named is
 * taken to be one.
 */
export function hasAccountSelection(countryCode: string | null | undefined): boolean {
  return !countryCode || COUNTRIES.includes(countryCode.toUpperCase());
}
