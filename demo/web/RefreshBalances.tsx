import { useMutation, useQueryClient } from '@tanstack/react-query';
import { diagnoseError, UpdateModeLauncher } from 'react-plaid-update-mode';
import { overviewQuery, refreshBalances } from './harbourServer.js';

export interface RefreshBalancesProps {
  itemId: string;
  institutionName: string;
}

/** Asks Plaid for balances. Where Plaid wants the user first, it asks them on the spot, and goes on afterwards. */
export function RefreshBalances({ itemId, institutionName }: RefreshBalancesProps) {
  const queryClient = useQueryClient();
  const refresh = useMutation({
    mutationFn: () => refreshBalances(itemId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: overviewQuery.queryKey }),
  });
  const refusal = refresh.data ? diagnoseError(refresh.data) : null;

  return (
    <>
      <button
        type="button"
        className="manage__action"
        aria-busy={refresh.isPending}
        onClick={() => refresh.isPending || refresh.mutate()}
      >
        <span className="manage__label">Refresh balances</span>
        <span className="manage__hint" data-news={!refresh.isIdle}>
          {describe(refresh.status, refusal !== null)}
        </span>
      </button>
      {refusal && (
        <div className="manage__prompt">
          <p>
            {refusal.remedy === 'update_mode'
              ? `${institutionName} wants you to sign in before it shows them.`
              : `${institutionName} can’t be asked right now.`}
          </p>
          {refusal.remedy === 'update_mode' && (
            <UpdateModeLauncher
              itemId={itemId}
              purpose={refusal.purpose}
              className="button"
              onRepaired={() => refresh.mutate()}
            >
              Sign in and go on
            </UpdateModeLauncher>
          )}
        </div>
      )}
    </>
  );
}

function describe(status: 'idle' | 'pending' | 'success' | 'error', isRefused: boolean): string {
  if (status === 'idle') return 'Ask the bank for today’s.';
  if (status === 'pending') return 'Asking the bank…';
  if (status === 'error') return 'That did not work.';
  return isRefused ? 'They could not be read.' : 'They are up to date.';
}
