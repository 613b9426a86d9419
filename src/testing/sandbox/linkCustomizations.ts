import type { LinkTokenRequest } from './linkTokenRequest.js';
import { PlaidFailure } from './plaidFailure.js';

/** One of the Link customizations that are made in Plaid's dashboard. */
export interface LinkCustomization {
  /** Whether its Account Select pane is on. @default true */
  accountSelect?: boolean | undefined;
  /** The use cases of its Data Transparency Messaging; an empty list is refused, as in production. */
  useCases?: readonly string[] | undefined;
}

/** By name. */
export type LinkCustomizations = Readonly<Record<string, LinkCustomization>>;

/**
 * An unknown name is an INVALID_FIELD, as Plaid's Sandbox answered in September 2026; the rest is
 * https://plaid.com/docs/errors/invalid-input/#invalid_link_customization (20 November 2026).
 */
export function checkLinkCustomization(
  customizations: LinkCustomizations | undefined,
  request: LinkTokenRequest,
): void {
  const name = request.link_customization_name;
  if (name == null || customizations === undefined) return;
  const customization = Object.hasOwn(customizations, name) ? customizations[name] : undefined;
  if (customization === undefined) {
    throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', 'link_customization_name is unknown');
  }
  const lacksAccountSelect =
    request.update?.account_selection_enabled === true && customization.accountSelect === false;
  if (lacksAccountSelect || customization.useCases?.length === 0) {
    const message = 'requested link customization is not valid for this request';
    throw new PlaidFailure('INVALID_INPUT', 'INVALID_LINK_CUSTOMIZATION', message);
  }
}

/** What the user is asked to consent to. Where nobody has said what customizations there are, each asks for a use case of its own name. */
export function listUseCases(
  customizations: LinkCustomizations | undefined,
  name: string | null | undefined,
): string[] {
  if (name == null) return [];
  if (customizations === undefined) return [name];
  return [...(customizations[name]?.useCases ?? [])];
}
