import {
  RepairBannerAction,
  RepairBannerDismissals,
  RepairBannerIcon,
  RepairBannerNotes,
  RepairBannerRoot,
  RepairBannerSupport,
  RepairBannerText,
  RepairBannerTitle,
  RepairBannerWays,
  useRepairBanner,
} from 'react-plaid-update-mode';

const FOCUS = 'focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white';
const QUIET = `min-h-6 cursor-pointer text-xs text-zinc-300 underline underline-offset-4 hover:text-white ${FOCUS}`;

/** A strip across the page, always dark, with a thin line for how far the repair is. */
export function StripBanner() {
  // Where the user has made it smaller, it is one line.
  const isLarge = useRepairBanner().variant !== 'inline';
  return (
    <RepairBannerRoot className={`group/strip @container bg-zinc-950 text-zinc-100 dark:bg-black ${FOCUS}`}>
      <div className="mx-auto flex max-w-5xl flex-col gap-x-6 gap-y-3 px-4 py-3 @4xl:flex-row @4xl:items-center @4xl:px-6">
        <SeverityTag />
        <div className="grow space-y-1">
          <RepairBannerTitle className="text-sm font-semibold" />
          {isLarge && <RepairBannerText className="text-sm text-zinc-300" />}
          {isLarge && <RepairBannerNotes className="text-xs text-zinc-300" />}
          <div className="flex flex-wrap items-center gap-x-4 empty:hidden">
            <RepairBannerWays
              className="contents"
              render={(way) =>
                way.element === 'a' ? (
                  <a {...way.props} className={QUIET}>
                    {way.label}
                  </a>
                ) : (
                  <button {...way.props} className={QUIET} />
                )
              }
            />
            <RepairBannerDismissals
              className="contents"
              render={({ label, props }) => (
                <button {...props} className={QUIET}>
                  {label}
                </button>
              )}
            />
            <RepairBannerSupport className="text-xs text-zinc-300 [&_button]:underline [&_dd]:font-mono [&_summary]:min-h-6 [&_summary]:cursor-pointer" />
          </div>
        </div>
        <RepairBannerAction
          className={`min-h-11 shrink-0 cursor-pointer @4xl:max-w-64 bg-white px-5 py-2 text-sm font-semibold text-zinc-950 hover:bg-zinc-200 aria-busy:cursor-progress aria-busy:bg-zinc-300 forced-colors:border ${FOCUS}`}
        />
      </div>
      <ProgressLine />
    </RepairBannerRoot>
  );
}

/** How serious it is, in a word for everybody and in a colour besides. */
function SeverityTag() {
  return (
    <RepairBannerIcon
      render={(_icon, { severityLabel }) => (
        <p className="flex shrink-0 items-center gap-2 font-mono text-xs uppercase text-white ltr:tracking-wider @4xl:w-44">
          <span className={`size-2 shrink-0 ${SEVERITY_COLOUR}`} aria-hidden="true" />
          {severityLabel}
        </p>
      )}
    />
  );
}

/** The button’s press, Link, the server’s question, the answer. What it shows stands in the title as well. */
function ProgressLine() {
  return (
    <div className="h-0.5 bg-zinc-700" aria-hidden="true">
      <div
        className={`h-full w-0 transition-[width] duration-500 motion-reduce:transition-none group-data-[status=confirming]/strip:w-3/4 group-data-[status=launching]/strip:w-1/4 group-data-[status=open]/strip:w-2/4 group-data-[status=repaired]/strip:w-full ${SEVERITY_COLOUR}`}
      />
    </div>
  );
}

const SEVERITY_COLOUR =
  'bg-sky-400 group-data-[severity=critical]/strip:bg-rose-400 group-data-[severity=ok]/strip:bg-emerald-400 group-data-[severity=warning]/strip:bg-amber-400 forced-colors:bg-[CanvasText]';
