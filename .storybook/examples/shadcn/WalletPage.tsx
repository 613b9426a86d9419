import { RepairItemBanner, RepairItemBannerList, useIntegrationLinks } from 'react-plaid-update-mode';
import { RepairAlert } from './RepairAlert.js';
import { RepairCard } from './RepairCard.js';
import { RepairCardList } from './RepairCardList.js';
import { Card } from './ui/card.js';

interface WalletPageProps {
  itemId: string;
  /** Where it stands: as a card of its own or, of all connections, as one, or in the connection's own row. */
  place: 'card' | 'list' | 'row';
}

const renderCard = () => <RepairCard />;
const renderList = () => <RepairCardList />;
const renderAlert = () => <RepairAlert />;

const BALANCES = ['€ 1,204.90', '€ 362.15', '€ 87.40'];

/** A wallet, round and soft: a column of cards. */
export function WalletPage({ itemId, place }: WalletPageProps) {
  const { links } = useIntegrationLinks();
  return (
    <div className="min-h-dvh bg-background px-4 py-8 font-sans text-foreground">
      <div className="mx-auto flex max-w-md flex-col gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Good morning, Ada</h1>
        {place === 'card' && <RepairItemBanner itemId={itemId} variant="card" render={renderCard} isDismissible />}
        {place === 'list' && <RepairItemBannerList variant="card" render={renderCard} renderCombined={renderList} />}
        <Card className="gap-0! py-0!">
          <ul>
            {links.map((link, index) => (
              <li key={link.item_id} className="flex flex-col gap-3 border-t border-border p-5 first:border-t-0">
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span className="font-medium">{link.institution_name}</span>
                  <bdi dir="ltr" className="tabular-nums">
                    {BALANCES[index]}
                  </bdi>
                </span>
                {place === 'row' && <RepairItemBanner itemId={link.item_id} variant="inline" render={renderAlert} />}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
