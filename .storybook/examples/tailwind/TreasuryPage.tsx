import type { ReactNode } from 'react';
import { RepairItemBanner, useIntegrationLinks } from 'react-plaid-update-mode';
import { RowBanner } from './RowBanner.js';
import { StripBanner } from './StripBanner.js';

interface TreasuryPageProps {
  itemId: string;
  /** Where it stands: across the page, or in the connection's own row. */
  place: 'strip' | 'row';
}

const renderStrip = () => <StripBanner />;
const renderRow = () => <RowBanner />;

/** A page of figures, plain and square, with its connections below. */
export function TreasuryPage({ itemId, place }: TreasuryPageProps) {
  const { links } = useIntegrationLinks();
  return (
    <div className="min-h-dvh bg-white font-sans text-zinc-950 dark:bg-zinc-900 dark:text-zinc-50">
      <p className="mx-auto max-w-5xl px-4 py-4 font-mono text-sm font-bold uppercase tracking-widest sm:px-6">
        Ledgerline
      </p>
      {place === 'strip' && <RepairItemBanner itemId={itemId} render={renderStrip} isDismissible />}
      <div className="mx-auto max-w-5xl px-4 py-8 sm:px-6">
        <h1 className="text-3xl font-light tracking-tight">Cash position</h1>
        <p className="mt-1 font-mono text-4xl tabular-nums">
          <bdi dir="ltr">€ 48,210.55</bdi>
        </p>
        <ul className="mt-8 divide-y divide-zinc-300 border-y border-zinc-300 dark:divide-zinc-700 dark:border-zinc-700">
          {links.map((link, index) => (
            <Row key={link.item_id} name={link.institution_name ?? 'Your bank'} balance={BALANCES[index]}>
              {place === 'row' && <RepairItemBanner itemId={link.item_id} variant="inline" render={renderRow} />}
            </Row>
          ))}
        </ul>
      </div>
    </div>
  );
}

const BALANCES = ['€ 31,080.37', '€ 17,130.18'];

interface RowProps {
  name: string;
  balance: string | undefined;
  children: ReactNode;
}

function Row({ name, balance, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3">
      <span className="grow basis-48 text-sm">{name}</span>
      <span className="order-last basis-full empty:hidden">{children}</span>
      <bdi dir="ltr" className="font-mono text-sm tabular-nums">
        {balance}
      </bdi>
    </li>
  );
}
