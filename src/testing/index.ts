export { createSandbox, type Sandbox, type SandboxOptions } from './createSandbox.js';
export { createHttpLinkBackend, type HttpLinkBackendOptions } from './httpLinkBackend.js';
export { installLinkSimulator, type LinkSimulator, type LinkSimulatorOptions } from './installLinkSimulator.js';
export type {
  FinishedLinkSession,
  FinishedLinkSessionAnswer,
  LinkAccountChoice,
  LinkBackend,
  LinkChoices,
  LinkSessionAnswer,
  LinkStep,
  OAuthDecision,
  OAuthState,
} from './linkBackend.js';
export { LINK_ERRORS, type LinkErrorCode } from './linkErrors.js';
export { createPermissiveLinkBackend } from './permissiveLinkBackend.js';
export type { SandboxAccount } from './sandbox/accounts.js';
export type { SandboxFaults, ServiceFault } from './sandbox/faults.js';
export type { HeronLinkView, HeronProfile, HeronStatus } from './sandbox/heronLink.js';
export { SANDBOX_INSTITUTIONS, type SandboxInstitution } from './sandbox/institutions.js';
export type { HostedLinkControl } from './sandbox/hostedLinkControl.js';
export type { ItemWebhookCode, WebhookDetails } from './sandbox/itemEvents.js';
export type { LinkCustomization, LinkCustomizations } from './sandbox/linkCustomizations.js';
export type { SandboxRequest, SandboxService } from './sandbox/requestLog.js';
export type { SandboxControls, SandboxItemView } from './sandbox/sandboxControls.js';
export type { CreateItemOptions } from './sandbox/sandboxItem.js';
export type { PlaidProfile } from './sandbox/sandboxWorld.js';
export type { DeliverWebhook, SandboxWebhooks, WebhookOptions } from './sandbox/webhooks.js';
export type {
  EventOrder,
  LinkBehaviour,
  LinkOutcome,
  ScriptBehaviour,
  ScriptedOutcome,
} from './simulator/linkBehaviour.js';
export type { LinkHandlerRecord } from './simulator/linkHandler.js';
export type { LinkVisit } from './simulator/linkVisit.js';
export type { ScriptedChoices } from './simulator/scriptedChoices.js';
export { createPseudoMessages } from './pseudoMessages.js';
export { PLAID_SCRIPT_URL, type ScriptCounters } from './simulator/plaidScript.js';
