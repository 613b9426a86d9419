import {
  diagnose,
  RepairAllBanner,
  RepairItemBannerList,
  useIntegrationLinks,
  useUpdateMode,
  type Diagnosis,
} from 'react-plaid-update-mode';

export interface BannersProps {
  /** Whether Plaid knows the user by a token. */
  canReconnectAll: boolean;
  now: number;
}

/** From this many on, one token for all that wait for a sign-in spares the user more than one for each. */
const MANY = 3;

/** All connections that need their user. Those that wait for a sign-in have a banner of their own where they are many. */
export function Banners({ canReconnectAll, now }: BannersProps) {
  const { links } = useIntegrationLinks();
  const { status } = useUpdateMode({ user: true });
  const broken = links.filter((link) => needsSignIn(diagnose(link, { now })));
  const isTogether = canReconnectAll && (broken.length >= MANY || status !== 'idle');
  return (
    <>
      {isTogether && <RepairAllBanner />}
      <RepairItemBannerList filter={isTogether ? (_link, diagnosis) => !needsSignIn(diagnosis) : undefined} />
    </>
  );
}

function needsSignIn({ remedy, purpose, severity }: Diagnosis): boolean {
  return remedy === 'update_mode' && purpose === 'repair' && severity === 'critical';
}
