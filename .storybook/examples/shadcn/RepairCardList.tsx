import {
  RepairBannerAction,
  RepairBannerDismissals,
  RepairBannerIcon,
  RepairBannerLogo,
  RepairBannerNotes,
  RepairBannerRoot,
  RepairBannerSupport,
  RepairBannerText,
  RepairBannerTitle,
  RepairBannerWays,
  RepairListAction,
  RepairListLine,
  RepairListRows,
  useRepairBanner,
  type ListLine,
  type RepairBannerActionProps,
} from 'react-plaid-update-mode';
import { SEVERITY_VARIANT } from './severityVariant.js';
import { Badge } from './ui/badge.js';
import { Button, buttonVariants } from './ui/button.js';
import { Card, CardDescription, CardFooter, CardHeader, CardTitle } from './ui/card.js';

/** The list of many as one card: its one loud button above, and a line for each bank below. */
export function RepairCardList() {
  return (
    <RepairBannerRoot render={(props) => <Card {...props} className="overflow-hidden pb-0!" />}>
      <CardHeader>
        <div className="flex w-full flex-col gap-2">
          <RepairBannerTitle render={(props) => <CardTitle {...props} />} />
          <RepairBannerText render={(props) => <CardDescription {...props} />} />
          <RepairBannerNotes render={(props) => <CardDescription {...props} className="text-xs" />} />
        </div>
      </CardHeader>
      <CardFooter>
        <RepairListAction render={renderLoud} />
        <RepairBannerDismissals
          className="contents"
          render={({ label, props }) => (
            <Button {...props} variant="outline">
              {label}
            </Button>
          )}
        />
      </CardFooter>
      <RepairListRows
        className="[&>li]:border-t [&>li]:border-border [&>li]:px-5 [&>li]:py-4 [&>li[aria-current]]:bg-secondary [&>li>p]:text-sm [&>li>p]:font-semibold"
        render={(_banner, line) => <RepairLine {...line} />}
      />
    </RepairBannerRoot>
  );
}

/** One connection: what is wrong with it and, until it is its turn, a quiet button of its own. */
function RepairLine({ isNext, needsText }: ListLine) {
  const { status, notes, action } = useRepairBanner();
  const isUntold = status === 'idle' || status === 'launching' || status === 'open';
  const isOpen = isNext || needsText || !isUntold || !action;
  return (
    <RepairListLine className="flex items-start gap-3 not-first:mt-4">
      <RepairBannerLogo className="size-10 shrink-0 overflow-hidden rounded-full text-secondary-foreground" />
      <div className="flex min-w-0 grow flex-col items-start gap-1.5">
        <RepairBannerIcon
          render={(_icon, { severity, severityLabel }) => (
            <Badge variant={SEVERITY_VARIANT[severity]}>{severityLabel}</Badge>
          )}
        />
        <RepairBannerTitle className="text-sm font-medium" />
        {isOpen && <RepairBannerText className="text-xs text-muted-foreground" />}
        {notes.length > 0 && status !== 'open' && <RepairBannerNotes className="text-xs font-medium" />}
        {!isNext && <RepairBannerAction render={renderQuiet} />}
        {isOpen && <RepairBannerWays className="contents" render={renderQuiet} />}
        {isOpen && (
          <RepairBannerSupport className="text-xs text-muted-foreground [&_button]:underline [&_summary]:min-h-6" />
        )}
      </div>
    </RepairListLine>
  );
}

type RenderWay = NonNullable<RepairBannerActionProps['render']>;

const renderLoud: RenderWay = (way) => renderWay(way, {});
const renderQuiet: RenderWay = (way) => renderWay(way, { variant: 'outline', size: 'sm' });

function renderWay(way: Parameters<RenderWay>[0], look: Parameters<typeof buttonVariants>[0]) {
  return way.element === 'a' ? (
    <a {...way.props} className={buttonVariants(look)}>
      {way.label}
    </a>
  ) : (
    <Button {...way.props} {...look} />
  );
}
