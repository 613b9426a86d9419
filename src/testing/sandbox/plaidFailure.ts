import { createPlaidId } from '../randomId.js';

/** An answer of Plaid's API that is an error. */
export class PlaidFailure extends Error {
  override readonly name = 'PlaidFailure';

  constructor(
    readonly errorType: string,
    readonly errorCode: string,
    message: string,
    readonly status = 400,
    readonly displayMessage: string | null = null,
    readonly errorCodeReason: string | null = null,
  ) {
    super(message);
  }

  toResponse(headers: Record<string, string> = {}): Response {
    return Response.json(
      {
        error_type: this.errorType,
        error_code: this.errorCode,
        error_code_reason: this.errorCodeReason,
        error_message: this.message,
        display_message: this.displayMessage,
        documentation_url: `https://plaid.com/docs/errors/#${this.errorCode.toLowerCase()}`,
        suggested_action: null,
        request_id: createPlaidId(15),
      },
      { status: this.status, headers },
    );
  }
}
