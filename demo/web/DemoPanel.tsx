import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { BankConnection, DemoSettings, DemoState } from '../api.js';
import { ChoiceControl } from './ChoiceControl.js';
import { breakConnection, changeDemoSettings, resetDemo } from './demoServer.js';
import type { EndpointKind } from './endpointKind.js';
import { LinkOutcomeControl } from './LinkOutcomeControl.js';
import type { DemoSimulator } from './simulator.js';
import { SwitchControl } from './SwitchControl.js';
import { WireList } from './WireList.js';

/** What the panel begins with. */
export interface DemoSetUp extends DemoSimulator {
  state: DemoState;
}

export interface DemoPanelProps {
  demo: DemoSetUp;
  connections: BankConnection[];
  endpointKind: EndpointKind;
  onEndpointKindChange(kind: EndpointKind): void;
  /** A connection was broken at the bank. */
  onBroken(): void;
}

const LATENCIES: [value: number, label: string][] = [
  [0, 'None'],
  [800, '0.8 s'],
  [3_000, '3 s'],
];

const ENDPOINT_KINDS: [value: EndpointKind, label: string][] = [
  ['routes', 'This library’s routes'],
  ['heron_proxy', 'Heron-shaped proxy'],
];

/** The strings behind the scene. No part of Harbour. */
export function DemoPanel({ demo, connections, endpointKind, onEndpointKindChange, onBroken }: DemoPanelProps) {
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(() => matchMedia('(min-width: 68rem)').matches);
  const [state, setState] = useState(demo.state);
  const settings = useMutation({ mutationFn: changeDemoSettings, onError: () => setState(state) });
  const breaking = useMutation({ mutationFn: breakConnection, onSuccess: onBroken });
  const reset = useMutation({ mutationFn: resetDemo, onSuccess: () => location.reload() });

  function change(changes: DemoSettings): void {
    setState({ ...state, ...changes });
    settings.mutate(changes);
  }

  return (
    <aside className="panel" aria-labelledby={titleId}>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="panel__summary">
          <h2 className="panel__title" id={titleId}>
            Demo controls
          </h2>
          <span className="panel__hint">Not part of Harbour</span>
        </summary>
        <div className="panel__body">
          <fieldset className="control">
            <legend className="control__label">Break a connection at the bank</legend>
            <div className="control__buttons">
              {connections.map(({ itemId, institutionName }) => (
                <button
                  key={itemId}
                  type="button"
                  className="panel-button"
                  disabled={breaking.isPending}
                  onClick={() => breaking.mutate(itemId)}
                >
                  {institutionName}
                </button>
              ))}
            </div>
            {breaking.isError && (
              <p className="control__error" role="alert">
                That did not work. Is Plaid switched off?
              </p>
            )}
          </fieldset>
          <LinkOutcomeControl simulator={demo.simulator} errorCodes={demo.errorCodes} />
          <ChoiceControl
            label="Network delay"
            choices={LATENCIES}
            value={state.latency}
            onChange={(latency) => change({ latency })}
          />
          <fieldset className="control">
            <legend className="control__label">Outages</legend>
            <SwitchControl
              label="Heron is down"
              isOn={state.isHeronDown}
              onChange={(isHeronDown) => change({ isHeronDown })}
            />
            <SwitchControl
              label="Plaid is down"
              isOn={state.isPlaidDown}
              onChange={(isPlaidDown) => change({ isPlaidDown })}
            />
          </fieldset>
          <ChoiceControl
            label="Endpoint"
            choices={ENDPOINT_KINDS}
            value={endpointKind}
            onChange={onEndpointKindChange}
          />
          <button type="button" className="panel-button" disabled={reset.isPending} onClick={() => reset.mutate()}>
            Reset the demo
          </button>
          {isOpen && <WireList />}
        </div>
      </details>
    </aside>
  );
}
