import {
  RepairBannerAction,
  RepairBannerNotes,
  RepairBannerRoot,
  RepairBannerTitle,
  useRepairBanner,
} from 'react-plaid-update-mode';
import { SEVERITY_VARIANT } from './severityVariant.js';
import { Alert, AlertTitle } from './ui/alert.js';
import { Button } from './ui/button.js';

/** The same in a row: an alert of the app's, which the part's `role` keeps from interrupting. */
export function RepairAlert() {
  const { severity, notes } = useRepairBanner();
  return (
    <RepairBannerRoot render={(props) => <Alert {...props} variant={SEVERITY_VARIANT[severity]} />}>
      <div className="grow basis-56">
        <RepairBannerTitle render={(props) => <AlertTitle {...props} />} />
        {notes.length > 0 && <RepairBannerNotes className="text-xs" />}
      </div>
      <RepairBannerAction
        render={(way) => way.element === 'button' && <Button {...way.props} variant="outline" size="default" />}
      />
    </RepairBannerRoot>
  );
}
