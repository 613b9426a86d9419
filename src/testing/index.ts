export { createHttpLinkBackend, type HttpLinkBackendOptions } from './httpLinkBackend.js';
export { installLinkSimulator, type LinkSimulator, type LinkSimulatorOptions } from './installLinkSimulator.js';
export type { FinishedLinkSession, LinkBackend, LinkSessionAnswer } from './linkBackend.js';
export { LINK_ERRORS, type LinkErrorCode } from './linkErrors.js';
export { createPermissiveLinkBackend } from './permissiveLinkBackend.js';
export type {
  EventOrder,
  LinkBehaviour,
  LinkOutcome,
  ScriptBehaviour,
  ScriptedOutcome,
} from './simulator/linkBehaviour.js';
export type { LinkHandlerRecord } from './simulator/linkHandler.js';
export type { LinkVisit } from './simulator/linkVisit.js';
export { PLAID_SCRIPT_URL, type ScriptCounters } from './simulator/plaidScript.js';
