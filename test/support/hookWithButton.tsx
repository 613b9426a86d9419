import { useState } from 'react';
import { useUpdateMode, type RepairCallbacks, type UseUpdateModeResult } from 'react-plaid-update-mode';
import { PLATYPUS, platypusLink } from './links.js';
import { renderApp } from './renderApp.js';
import { createScriptedServer } from './scriptedServer.js';

type HookOptions = RepairCallbacks & { itemId?: string; purpose?: string };

/** Renders the hook with a button of its own, and keeps all that it ever returned. */
export function renderHookWithButton(options: HookOptions = {}) {
  const results: UseUpdateModeResult[] = [];
  function Row(props: HookOptions) {
    const [count, setCount] = useState(0);
    const repair = useUpdateMode({ itemId: PLATYPUS, ...props });
    results.push(repair);
    return (
      <>
        <button {...repair.buttonProps}>{repair.status}</button>
        <button onClick={() => setCount(count + 1)}>Render again</button>
      </>
    );
  }
  const server = createScriptedServer(platypusLink());
  const app = renderApp(<Row {...options} />, { server });
  const last = () => {
    const result = results.at(-1);
    if (!result) throw new Error('The hook was not rendered.');
    return result;
  };
  return { ...app, server, results, last, Row };
}
