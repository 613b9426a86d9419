/** Heron's webhook `integration_link.erroring`: its syncing of an Item fails. */
export interface HeronItemEvent {
  code: 'integration_link.erroring';
  itemId: string;
  /** ISO 8601: when it was sent, as Heron says, or when it arrived. */
  sentAt: string;
}
