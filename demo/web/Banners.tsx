import {
  diagnose,
  RepairAllBanner,
  RepairItemBanner,
  RepairItemBannerList,
  useIntegrationLinks,
  useUpdateMode,
  type IntegrationLink,
} from 'react-plaid-update-mode';

export interface BannersProps {
  /** Whether Plaid knows the user by a token. */
  canReconnectAll: boolean;
  now: number;
}

/** From this many on, one banner for all that wait for a sign-in says more than one for each. */
const MANY = 3;

/** A banner for each connection that needs one, or one for all that wait for a sign-in. */
export function Banners({ canReconnectAll, now }: BannersProps) {
  const { links } = useIntegrationLinks();
  const { status } = useUpdateMode({ user: true });
  const broken = links.filter((link) => needsSignIn(link, now));
  const isTogether = canReconnectAll && (broken.length >= MANY || status !== 'idle');
  if (!isTogether) return <RepairItemBannerList layout="stacked" className="banners" />;
  return (
    <div className="update-mode-banner-list banners">
      <RepairAllBanner />
      {links
        .filter((link) => !broken.includes(link))
        .map(({ item_id }) => (
          <RepairItemBanner key={item_id} itemId={item_id} />
        ))}
    </div>
  );
}

function needsSignIn(link: IntegrationLink, now: number): boolean {
  const { remedy, purpose, severity } = diagnose(link, { now });
  return remedy === 'update_mode' && purpose === 'repair' && severity === 'critical';
}
