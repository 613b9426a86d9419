export {
  diagnose,
  diagnoseError,
  type Cause,
  type DiagnoseOptions,
  type Diagnosis,
  type Remedy,
  type Severity,
} from './core/diagnosis.js';
export { forgetScope } from './browser/forgetScope.js';
export { createServerSentEvents, type ServerSentEventsOptions } from './browser/serverSentEvents.js';
export type {
  EndpointChange,
  EndpointContext,
  ReportContext,
  StillChecking,
  Subscribe,
  UpdateModeEndpoint,
} from './core/endpoint.js';
export {
  UpdateModeError,
  type EndpointFailure,
  type UpdateModeErrorCode,
  type UpdateModeErrorDetails,
} from './core/errors.js';
export { createHeronProxyEndpoint, type HeronProxyUrls } from './core/heronProxyEndpoint.js';
export { createHttpEndpoint } from './core/httpEndpoint.js';
export type { HttpOptions } from './core/jsonRequest.js';
export type { Catalog, Message, MessagePlace, Messages, MessagesLoader, PluralMessage } from './core/messages.js';
export type { ReportState, SessionState, SessionStatus } from './core/session.js';
export type { UpdateModeEvent } from './core/telemetry.js';
export type { UndeliveredReport, UndeliveredReports } from './core/undeliveredReports.js';
export type { IntegrationLinksState } from './core/client.js';
export type { RepairAllProgress } from './core/userProgress.js';
export type {
  AccessError,
  IntegrationLink,
  IntegrationLinkList,
  IntegrationLinkStatus,
  ItemError,
  PendingDisconnect,
} from './protocol/integrationLink.js';
export type { LinkTokenAnswer, LinkTokenRequest } from './protocol/linkToken.js';
export type { Purpose, PurposeKind } from './protocol/purpose.js';
export type { AuthorizationTarget, ItemTarget, Target, UserTarget } from './protocol/target.js';
export type {
  AccountsChange,
  RepairAnswer,
  RepairReport,
  RepairResult,
  UserProgress,
  VisitOutcome,
} from './protocol/repair.js';
export type { AccountClosedEvent, ConnectedEvent, ContactSupportEvent, NewLinkEvent } from './react/appEvents.js';
export type {
  RepairCallbacks,
  RepairedEvent,
  RepairErrorEvent,
  RepairExitEvent,
  VisitEvent,
} from './react/callbacks.js';
export {
  integrationLinksQuery,
  type IntegrationLinksQuery,
  type IntegrationLinksQueryOptions,
} from './react/queries.js';
export type { BannerAppearance, BannerDensity, BannerVariant } from './react/banner/bannerAppearance.js';
export {
  useRepairBanner,
  type BannerDismissal,
  type BannerInstitution,
  type BannerSupport,
  type BannerWay,
  type DismissalButtonProps,
  type RepairBanner,
} from './react/banner/repairBanner.js';
export { RepairBannerAction, type RepairBannerActionProps } from './react/banner/RepairBannerAction.js';
export { RepairBannerDismissals, type RepairBannerDismissalsProps } from './react/banner/RepairBannerDismissals.js';
export { RepairBannerIcon, type RepairBannerIconProps } from './react/banner/RepairBannerIcon.js';
export { RepairBannerLogo, type RepairBannerLogoProps } from './react/banner/RepairBannerLogo.js';
export { RepairBannerNotes, type RepairBannerNotesProps } from './react/banner/RepairBannerNotes.js';
export { RepairBannerRoot, type RepairBannerRootProps } from './react/banner/RepairBannerRoot.js';
export { RepairBannerSupport, type RepairBannerSupportProps } from './react/banner/RepairBannerSupport.js';
export { RepairBannerText, type RepairBannerTextProps } from './react/banner/RepairBannerText.js';
export { RepairBannerTitle, type RepairBannerTitleProps } from './react/banner/RepairBannerTitle.js';
export { RepairBannerWays, type RepairBannerWaysProps } from './react/banner/RepairBannerWays.js';
export { RepairAllBanner, type RepairAllBannerProps } from './react/RepairAllBanner.js';
export { RepairItemBanner, type RepairItemBannerProps } from './react/RepairItemBanner.js';
export { RepairItemBannerList, type RepairItemBannerListProps } from './react/list/RepairItemBannerList.js';
export { RepairListAction } from './react/list/RepairListAction.js';
export {
  RepairListLine,
  type ListLine,
  type RepairListLineElementProps,
  type RepairListLineProps,
} from './react/list/RepairListLine.js';
export { RepairListRows, type RepairListRowsProps } from './react/list/RepairListRows.js';
export type { SupportReference } from './react/settings.js';
export { UpdateModeLauncher, type UpdateModeLauncherProps } from './react/UpdateModeLauncher.js';
export { UpdateModeProvider, type UpdateModeProviderProps } from './react/UpdateModeProvider.js';
export type { UpdateModeTarget } from './react/useSession.js';
export { useDismissedBanners, type UseDismissedBannersResult } from './react/useDismissedBanners.js';
export { useIntegrationLinks } from './react/useIntegrationLinks.js';
export { useIsLinkOpen } from './react/useIsLinkOpen.js';
export { useUndeliveredReports, type UseUndeliveredReportsResult } from './react/useUndeliveredReports.js';
export {
  useUpdateMode,
  type UpdateModeActions,
  type UpdateModeButtonProps,
  type UpdateModeLinkProps,
  type UseUpdateModeOptions,
  type UseUpdateModeResult,
} from './react/useUpdateMode.js';
