/** A Transfer authorization whose decision is `user_action_required`. */
export interface TransferAuthorization {
  authorizationId: string;
  itemId: string;
  /** Whether its user has been through Link: the app may ask for the authorization again. */
  isUserActionDone: boolean;
}
