import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import 'react-plaid-update-mode/styles.css';
import './styles/app.css';
import './styles/panel.css';
import { App } from './App.js';
import { demoStateQuery } from './demoServer.js';
import type { DemoSimulator } from './simulator.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

const queryClient = new QueryClient();
const state = await queryClient.fetchQuery(demoStateQuery).catch(() => null);

async function installSimulator(): Promise<DemoSimulator> {
  const { installDemoSimulator } = await import('./simulator.js');
  return installDemoSimulator();
}

const simulator = state?.bank === 'built_in' ? await installSimulator() : null;

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App simulator={simulator} />
    </QueryClientProvider>
  </StrictMode>,
);
