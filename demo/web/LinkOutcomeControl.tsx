import { useState } from 'react';
import type { LinkOutcome } from 'react-plaid-update-mode/testing';
import { SelectControl } from './SelectControl.js';
import type { DemoSimulator } from './simulator.js';

const SHOWN_FOR_MS = 900;

/** How the next visits to Link go: by hand, or by themselves. */
export function LinkOutcomeControl({ simulator, errorCodes }: Pick<DemoSimulator, 'simulator' | 'errorCodes'>) {
  const [choice, setChoice] = useState('ask');

  function choose(value: string): void {
    setChoice(value);
    simulator.configure({ outcome: toOutcome(value) });
  }

  return (
    <SelectControl
      label="Link’s outcome"
      choices={[
        {
          options: [
            ['ask', 'Ask me in Link'],
            ['success', 'Signs in'],
            ['exit', 'Leaves without signing in'],
          ],
        },
        { group: 'Fails with', options: errorCodes.map((code) => [code, code]) },
      ]}
      value={choice}
      onChange={choose}
    />
  );
}

function toOutcome(choice: string): LinkOutcome {
  if (choice === 'ask') return 'ask';
  if (choice === 'success' || choice === 'exit') return { kind: choice, delay: SHOWN_FOR_MS };
  return { kind: 'error', errorCode: choice, delay: SHOWN_FOR_MS };
}
