import { diagnose, RepairItemBanner, type IntegrationLink } from 'react-plaid-update-mode';
import { Providers } from './Providers.js';

const link: IntegrationLink = {
  item_id: 'item-1',
  status: 'erroring',
  status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
  institution_name: 'First Platypus Bank',
};

/** A server component: it diagnoses a link by itself and renders the banner. */
export function Page() {
  const { remedy } = diagnose(link, { now: Date.parse('2026-11-21T12:00:00Z') });
  return (
    <html lang="en">
      <body>
        <p>remedy: {remedy}</p>
        <Providers>
          <RepairItemBanner integrationLink={link} />
        </Providers>
      </body>
    </html>
  );
}
