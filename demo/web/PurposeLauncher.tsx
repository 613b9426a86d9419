import { UpdateModeLauncher } from 'react-plaid-update-mode';
import { describeVisit } from './describeVisit.js';
import type { PurposeOffer } from './purposeOffers.js';

export interface PurposeLauncherProps {
  itemId: string;
  offer: PurposeOffer;
}

/** One visit to the bank as a line of the menu: what it is for, and afterwards what became of it. */
export function PurposeLauncher({ itemId, offer: { purpose, label, hint } }: PurposeLauncherProps) {
  return (
    <UpdateModeLauncher
      itemId={itemId}
      purpose={purpose}
      render={(props, repair) => {
        const news = describeVisit(repair);
        return (
          <button {...props} className="manage__action">
            <span className="manage__label">{label}</span>
            <span className="manage__hint" data-news={news !== null}>
              {news ?? hint}
            </span>
          </button>
        );
      }}
    />
  );
}
