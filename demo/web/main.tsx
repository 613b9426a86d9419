import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import 'react-plaid-update-mode/styles.css';
import './styles/app.css';
import './styles/panel.css';
import { App } from './App.js';
import type { DemoState } from '../api.js';
import type { DemoSetUp } from './DemoPanel.js';
import { readDemoState } from './demoServer.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

const state = await readDemoState().catch(() => null);

async function setUpDemo(demoState: DemoState): Promise<DemoSetUp> {
  const { installDemoSimulator } = await import('./simulator.js');
  return { ...installDemoSimulator(), state: demoState };
}

const demo = state?.bank === 'built_in' ? await setUpDemo(state) : null;
const queryClient = new QueryClient();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App demo={demo} />
    </QueryClientProvider>
  </StrictMode>,
);
