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
  useRepairBanner,
} from 'react-plaid-update-mode';
import { SEVERITY_VARIANT } from './severityVariant.js';
import { Badge } from './ui/badge.js';
import { Button, buttonVariants } from './ui/button.js';
import { Card, CardDescription, CardFooter, CardHeader, CardTitle } from './ui/card.js';

/** A banner as a card of the app's own: each part hands its props to one of the app's components. */
export function RepairCard() {
  // Where the user has made it smaller, the heading is enough.
  const isLarge = useRepairBanner().variant !== 'inline';
  return (
    <RepairBannerRoot render={(props) => <Card {...props} />}>
      <CardHeader>
        <RepairBannerLogo className="shrink-0 overflow-hidden rounded-full text-muted-foreground" />
        <RepairBannerIcon
          render={(_icon, { severity, severityLabel }) => (
            <Badge variant={SEVERITY_VARIANT[severity]} className="ms-auto">
              {severityLabel}
            </Badge>
          )}
        />
        <div className="flex w-full flex-col gap-2">
          <RepairBannerTitle render={(props) => <CardTitle {...props} />} />
          {isLarge && (
            <>
              <RepairBannerText render={(props) => <CardDescription {...props} />} />
              <RepairBannerNotes render={(props) => <CardDescription {...props} className="text-xs" />} />
            </>
          )}
        </div>
      </CardHeader>
      <CardFooter>
        <RepairBannerAction
          render={(way) =>
            way.element === 'a' ? (
              <a {...way.props} className={buttonVariants({})}>
                {way.label}
              </a>
            ) : (
              <Button {...way.props} />
            )
          }
        />
        <RepairBannerWays
          className="contents"
          render={(way) =>
            way.element === 'a' ? (
              <a {...way.props} className={buttonVariants({ variant: 'outline' })}>
                {way.label}
              </a>
            ) : (
              <Button {...way.props} variant="outline" />
            )
          }
        />
        <RepairBannerDismissals
          className="contents"
          render={({ label, props }) => (
            <Button {...props} variant="ghost" size="sm">
              {label}
            </Button>
          )}
        />
        <RepairBannerSupport className="text-xs text-muted-foreground [&_button]:underline [&_summary]:min-h-6" />
      </CardFooter>
    </RepairBannerRoot>
  );
}
