import {
  RepairBannerAction,
  RepairBannerNotes,
  RepairBannerRoot,
  RepairBannerTitle,
  useRepairBanner,
} from 'react-plaid-update-mode';

const FOCUS =
  'focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-zinc-950 dark:focus-visible:outline-white';

/** One line in the row of its connection: what it is, and the way on. */
export function RowBanner() {
  const { notes } = useRepairBanner();
  return (
    <RepairBannerRoot
      className={`flex flex-wrap items-center gap-x-4 border-s-2 border-zinc-400 ps-3 data-[severity=critical]:border-rose-600 data-[severity=ok]:border-emerald-600 data-[severity=warning]:border-amber-500 ${FOCUS}`}
    >
      <div className="grow basis-60">
        <RepairBannerTitle className="text-sm font-medium" />
        {notes.length > 0 && <RepairBannerNotes className="text-xs text-zinc-700 dark:text-zinc-300" />}
      </div>
      <RepairBannerAction
        className={`min-h-11 cursor-pointer text-start text-sm font-semibold underline decoration-2 underline-offset-4 aria-busy:cursor-progress aria-busy:no-underline ${FOCUS}`}
      />
    </RepairBannerRoot>
  );
}
