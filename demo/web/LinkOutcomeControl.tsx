import { useId, useState } from 'react';
import type { LinkOutcome } from 'react-plaid-update-mode/testing';
import type { DemoSimulator } from './simulator.js';

const SHOWN_FOR_MS = 900;

/** How the next visits to Link go: by hand, or by themselves. */
export function LinkOutcomeControl({ simulator, errorCodes }: DemoSimulator) {
  const id = useId();
  const [choice, setChoice] = useState('ask');

  function choose(value: string): void {
    setChoice(value);
    simulator.configure({ outcome: toOutcome(value) });
  }

  return (
    <div className="control">
      <label className="control__label" htmlFor={id}>
        Link’s outcome
      </label>
      <select id={id} className="select" value={choice} onChange={(event) => choose(event.target.value)}>
        <option value="ask">Ask me in Link</option>
        <option value="success">Signs in</option>
        <option value="exit">Leaves without signing in</option>
        <optgroup label="Fails with">
          {errorCodes.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

function toOutcome(choice: string): LinkOutcome {
  if (choice === 'ask') return 'ask';
  if (choice === 'success' || choice === 'exit') return { kind: choice, delay: SHOWN_FOR_MS };
  return { kind: 'error', errorCode: choice, delay: SHOWN_FOR_MS };
}
