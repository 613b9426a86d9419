import { diagnose, useIntegrationLinks, useUpdateMode, type IntegrationLink } from 'react-plaid-update-mode';

/** One button for all connections that wait for their user, as soon as there are several. */
export function ReconnectAll({ now }: { now: number }) {
  const { links } = useIntegrationLinks();
  const { progress, buttonProps, status } = useUpdateMode({ user: true });
  const broken = links.filter((link) => isBroken(link, now)).length;
  const isUnderWay = progress !== null && progress.repaired < progress.total;
  if (broken < 2 && !isUnderWay) return null;
  return (
    <p className="reconnect-all">
      {isUnderWay && (
        <span className="reconnect-all__progress" role="status">
          {progress.repaired} of {progress.total} reconnected
        </span>
      )}
      <button {...buttonProps} className="connection__reconnect">
        {status === 'launching' ? 'Opening…' : isUnderWay ? 'Go on' : `Reconnect all ${broken}`}
      </button>
    </p>
  );
}

function isBroken(link: IntegrationLink, now: number): boolean {
  const { remedy, severity } = diagnose(link, { now });
  return remedy === 'update_mode' && severity === 'critical';
}
