import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { BankConnection, DemoSettings, DemoState } from '../api.js';
import { BankEventControl } from './BankEventControl.js';
import { ChoiceControl } from './ChoiceControl.js';
import { changeDemoSettings, resetDemo } from './demoServer.js';
import type { EndpointKind } from './endpointKind.js';
import { LinkOutcomeControl } from './LinkOutcomeControl.js';
import { PanelGroup } from './PanelGroup.js';
import { SelectControl } from './SelectControl.js';
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

const OAUTH_WAYS: [value: 'popup' | 'redirect', label: string][] = [
  ['popup', 'Popup'],
  ['redirect', 'Redirect'],
];

const PLAID_REACTIONS: [value: DemoSettings['plaidReaction'], label: string][] = [
  ['at_once', 'At once'],
  ['later', 'After 8 s'],
  ['never', 'Never'],
];

const HERON_REACTIONS: [value: DemoSettings['heronReaction'], label: string][] = [
  ['sync', 'Pending, syncing, active'],
  ['active_at_once', 'Active at once'],
  ['stale_erroring', 'Says erroring for a while'],
  ['refresh_needed', 'Waits for a refresh'],
];

/** The strings behind the scene. No part of Harbour. */
export function DemoPanel({ demo, connections, endpointKind, onEndpointKindChange }: DemoPanelProps) {
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(() => matchMedia('(min-width: 68rem)').matches);
  const [state, setState] = useState(demo.state);
  const [oauth, setOAuth] = useState(demo.oauth);
  const [isScriptBlocked, setScriptBlocked] = useState(false);
  const settings = useMutation({ mutationFn: changeDemoSettings, onError: () => setState(state) });
  const reset = useMutation({ mutationFn: resetDemo, onSuccess: () => location.reload() });

  function change(changes: Partial<DemoSettings>): void {
    setState({ ...state, ...changes });
    settings.mutate(changes);
  }

  function changeOAuth(way: 'popup' | 'redirect'): void {
    setOAuth(way);
    demo.useOAuth(way);
  }

  function blockScript(isBlocked: boolean): void {
    setScriptBlocked(isBlocked);
    demo.simulator.configure({ script: { outcome: isBlocked ? 'error' : 'load' } });
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
          <PanelGroup title="At the bank">
            <BankEventControl connections={connections} />
          </PanelGroup>
          <PanelGroup title="In Link">
            <LinkOutcomeControl simulator={demo.simulator} errorCodes={demo.errorCodes} />
            <ChoiceControl label="Banks with OAuth" choices={OAUTH_WAYS} value={oauth} onChange={changeOAuth} />
            <SwitchControl label="Plaid’s script can’t load" isOn={isScriptBlocked} onChange={blockScript} />
          </PanelGroup>
          <PanelGroup title="After Link">
            <ChoiceControl
              label="Plaid shows the repair"
              choices={PLAID_REACTIONS}
              value={state.plaidReaction}
              onChange={(plaidReaction) => change({ plaidReaction })}
            />
            <SelectControl
              label="Heron, given the access token"
              choices={[{ options: HERON_REACTIONS }]}
              value={state.heronReaction}
              onChange={(heronReaction) => change({ heronReaction })}
            />
          </PanelGroup>
          <PanelGroup title="On the way">
            <ChoiceControl
              label="Network delay"
              choices={LATENCIES}
              value={state.latency}
              onChange={(latency) => change({ latency })}
            />
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
            <ChoiceControl
              label="Endpoint"
              choices={ENDPOINT_KINDS}
              value={endpointKind}
              onChange={onEndpointKindChange}
            />
          </PanelGroup>
          <button type="button" className="panel-button" disabled={reset.isPending} onClick={() => reset.mutate()}>
            Reset the demo
          </button>
          {isOpen && <WireList />}
        </div>
      </details>
    </aside>
  );
}
