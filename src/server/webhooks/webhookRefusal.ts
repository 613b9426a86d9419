/** Why a webhook was refused, for the log alone: whoever sent it learns nothing but the status. */
export type WebhookRefusalReason =
  | 'too_large'
  | 'too_slow'
  | 'broken_off'
  | 'missing_signature'
  | 'malformed_signature'
  | 'wrong_algorithm'
  | 'unknown_key'
  | 'wrong_signature'
  | 'too_old'
  | 'from_the_future'
  | 'altered_body'
  | 'wrong_environment';

/** Ends a request with a refusal; thrown anywhere in a webhook handler, answered in one place. */
export class WebhookRefusal extends Error {
  override readonly name = 'WebhookRefusal';
  readonly reason: WebhookRefusalReason;

  constructor(reason: WebhookRefusalReason) {
    super(`The webhook is refused: ${reason}.`);
    this.reason = reason;
  }
}
