export { createUpdateModeHandler, type UpdateModeHandlerOptions } from './updateModeHandler.js';
export { createHeronProxyHandler, type HeronProxyHandlerOptions } from './heronProxyHandler.js';
export { createReportDelivery, type ReportDelivery } from './reportDelivery.js';
export type { UndeliveredReport, WaitingReport } from './undeliveredReport.js';
export { createMemoryItems, type MemoryItems } from './memoryItems.js';
export type { HandlerOptions } from './services.js';
export type { AccessOptions } from './accessOptions.js';
export type { RateLimit, RateLimitContext, RateLimitVerdict, RouteName } from './rateLimit.js';
export type { AppFunctions, ChangedAccounts, ReadyAuthorization, RepairedItem } from './appFunctions.js';
export type { AccountsDifference } from './accountsChange.js';
export type { Item, ItemOfEndUser, ItemsPort, PlaidUser, TransferAuthorization } from './itemsPort.js';
export type { AccessFact, ItemFacts, KnownAccount, Noticed, PendingDisconnectFact, UntoldNews } from './itemFacts.js';
export type {
  AddAssetsPurpose,
  AddConsentedProductsPurpose,
  AddIncomePurpose,
  AddIncomeVerificationPurpose,
  AddProductPurpose,
  AddStatementsPurpose,
  AddUseCasesPurpose,
  BankIncome,
  CollectDocumentsPurpose,
  PurposeDefinition,
  PurposeOptions,
  RenewConsentPurpose,
  RepairPurpose,
  RestorePermissionsPurpose,
  SelectAccountsPurpose,
  StatementsRange,
  ValidateProductsPurpose,
  VerifyMicroDepositsPurpose,
} from './purposeDefinition.js';
export type { Purpose, PurposeKind } from '../protocol/purpose.js';
export type { AccountsChange, RepairAnswer, RepairReport, RepairResult } from '../protocol/repair.js';
export type { LinkTokenOptions } from './linkTokenOptions.js';
export type { LinkTokenSource } from './createLinkToken.js';
export type { HeronOptions } from './heronRequest.js';
export type { PlaidCalls } from './plaidClient.js';
export type { AccessError, IntegrationLink, ItemError, PendingDisconnect } from '../protocol/integrationLink.js';
export type { ProblemCode } from '../protocol/problem.js';
export type { Log, LogEntry, LogOperation } from './log.js';
export { createPlaidWebhookHandler, type PlaidWebhookHandlerOptions } from './webhooks/plaidWebhookHandler.js';
export { createHeronWebhookHandler, type HeronWebhookHandlerOptions } from './webhooks/heronWebhookHandler.js';
export { createMemoryDedupe, type Dedupe } from './webhooks/dedupe.js';
export type { WebhookItems, WebhookOptions } from './webhooks/webhookOptions.js';
export type { PlaidItemEvent, PlaidItemEventDetails } from './webhooks/plaidItemEvent.js';
export type { HeronItemEvent } from './webhooks/heronItemEvent.js';
export type { ItemNews, ItemNewsListener } from './webhooks/itemNews.js';
export type { FailedForward, ForwardedWebhook } from './webhooks/forwarding.js';
export type { WebhookRefusalReason } from './webhooks/webhookRefusal.js';
