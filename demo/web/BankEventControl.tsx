import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BankConnection, BankEvent } from '../api.js';
import { BANK_EVENT_CHOICES } from './bankEventChoices.js';
import { fireBankEvent } from './demoServer.js';
import { SelectControl } from './SelectControl.js';

/** Lets something happen to a connection, with the webhook that tells of it. */
export function BankEventControl({ connections }: { connections: BankConnection[] }) {
  const [chosenItemId, setItemId] = useState<string | null>(null);
  const [event, setEvent] = useState<BankEvent>('reset_login');
  const firing = useMutation({ mutationFn: fireBankEvent });
  const itemId = connections.find((connection) => connection.itemId === chosenItemId)?.itemId ?? connections[0]?.itemId;
  if (itemId === undefined) return null;

  return (
    <>
      <SelectControl
        label="Connection"
        choices={[{ options: connections.map((connection) => [connection.itemId, connection.institutionName]) }]}
        value={itemId}
        onChange={setItemId}
      />
      <SelectControl<BankEvent> label="What happens" choices={BANK_EVENT_CHOICES} value={event} onChange={setEvent} />
      <button
        type="button"
        className="panel-button panel-button--primary"
        disabled={firing.isPending}
        onClick={() => firing.mutate({ itemId, event })}
      >
        Fire
      </button>
      <FiringNote status={firing.data?.webhookStatus ?? null} isError={firing.isError} />
    </>
  );
}

function FiringNote({ status, isError }: { status: number | null; isError: boolean }) {
  if (isError) {
    return (
      <p className="control__error" role="alert">
        That did not work. Is Plaid switched off?
      </p>
    );
  }
  if (status === null || status < 400) return null;
  return (
    <p className="control__error" role="alert">
      Harbour answered the webhook with {status}. Plaid would send it again.
    </p>
  );
}
