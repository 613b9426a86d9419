export const ORIGIN = 'https://app.test';
export const USER = 'user-1';
export const ITEM = 'M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op';
export const FOREIGN_ITEM = 'ForeignItem';
export const FORWARD_TO = 'https://heron.test/plaid';
export const KEY_ID = 'bfbd5111-8e33-4643-8ced-b2e642a72f3c';
export const NOW = Date.parse('2026-05-01T12:00:00Z');

/** All that may never leave the server. */
export const SECRETS = {
  accessToken: 'access-sandbox-de3ce8ef-33f8-452c-a685-8671031fc0f6',
  foreignAccessToken: 'access-sandbox-11111111-33f8-452c-a685-8671031fc0f6',
  userToken: 'user-sandbox-b0e2c4ee-a763-4df5-bfe9-46a46bce993d',
  heronKey: 'heron-key-7f1c2a',
  plaidSecret: 'plaid-secret-93be41',
  heronWebhook: 'sec_7d1f-of-the-webhooks',
};

/** What an upstream that quotes what it was sent would say. */
export const QUOTE = Object.values(SECRETS).join(' ');
