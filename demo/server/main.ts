import { ConfigurationError, readConfiguration } from './configuration.js';
import { startDemo } from './startDemo.js';

try {
  const configuration = readConfiguration(process.env);
  const demo = await startDemo(configuration, (entry) => console.warn(JSON.stringify(entry)));
  console.log(`Harbour, the demo of react-plaid-update-mode, is at ${demo.url}`);
  if (configuration.credentials) console.log(`Heron has to know its Items under the end user id ${demo.endUserId}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  if (isPortTaken(error)) {
    return 'The port is taken by another program. Choose another one, for example: PORT=5176 npm start';
  }
  return `The demo could not start: ${error instanceof Error ? error.message : 'for an unknown reason'}`;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
