/** As much of OpenAPI's schema object as Heron's document uses. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: readonly string[];
  example?: unknown;
  nullable?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
}

const accessToken: Schema = {
  example: 'access-sandbox-de3ce8ef-33f8-452c-a685-8671031fc0f6',
  type: 'string',
  writeOnly: true,
};

const IntegrationLinkUpdateSchema: Schema = {
  properties: { access_token: accessToken },
  required: ['access_token'],
  type: 'object',
};

const IntegrationLinkSchema: Schema = {
  properties: {
    access_token: { ...accessToken, nullable: false },
    asset_report_token: { nullable: true, type: 'string', writeOnly: true },
    created: { example: '2020-01-01T00:00:00Z', format: 'date-time', readOnly: true, type: 'string' },
    end_user_id: { example: '8d18511d-9d6e-4731-b135-260950ddad0c', type: 'string', writeOnly: true },
    end_user_name: { example: 'Acme Corp', type: 'string', writeOnly: true },
    item_id: { example: 'M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op', nullable: false, type: 'string' },
    last_successful_sync: { example: '2020-01-01T00:00:00Z', format: 'date-time', readOnly: true, type: 'string' },
    last_updated: { example: '2020-01-01T00:00:00Z', format: 'date-time', readOnly: true, type: 'string' },
    status: {
      enum: ['pending', 'active', 'syncing', 'erroring', 'sync_disabled', 'deleted_in_plaid'],
      example: 'active',
      readOnly: true,
      type: 'string',
    },
    status_message: {
      example:
        '[ITEM_LOGIN_REQUIRED] the login details of this item have changed (credentials, MFA, or required user ' +
        "action) and a user login is required to update this information. use Link's update mode to restore the " +
        'item to a good state',
      readOnly: true,
      type: 'string',
    },
    type: { example: 'plaid_assets_report', readOnly: true, type: 'string' },
  },
  required: ['access_token', 'end_user_id', 'item_id'],
  type: 'object',
};

/**
 * `PUT /api/integration_links/{item_id}` of Heron's OpenAPI document (Heron Data API, version 2021-07-19), as
 * https://docs.herondata.io/ publishes it under "Update an Integration Link"; its references are resolved and
 * its descriptions left out.
 */
export const UPDATE_INTEGRATION_LINK = {
  server: 'https://app.herondata.io',
  method: 'PUT',
  path: '/api/integration_links/{item_id}',
  apiKeyHeader: 'x-api-key',
  contentType: 'application/json',
  requestBody: { properties: { end_user: IntegrationLinkUpdateSchema }, type: 'object' },
  response: { properties: { integration_link: IntegrationLinkSchema }, type: 'object' },
  integrationLink: IntegrationLinkSchema,
} satisfies Record<string, string | Schema>;
