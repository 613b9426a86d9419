import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import * as v from 'valibot';
import { createHandler } from './handlers.js';
import { countConnections, listen } from './listen.js';
import { answerParent, subjectStartSchema, type SubjectState } from './messages.js';

let server: ServerType | null = null;

// The first message says what to serve; each one after it asks how the process is.
answerParent(async (message) => {
  if (server) return readState(server);
  const { name, upstreamUrl, owned } = v.parse(subjectStartSchema, message);
  server = createAdaptorServer({ fetch: createHandler(name, upstreamUrl, owned), createServer });
  return { url: await listen(server) };
});

async function readState(open: ServerType): Promise<SubjectState> {
  const { user, system } = process.cpuUsage();
  if (!globalThis.gc) throw new Error('Run with --expose-gc.');
  // What the first collection sets free, such as bodies with a finalizer, the second one takes.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await wait(10);
  }
  const inbound = await countConnections(open);
  const { heapUsed } = process.memoryUsage();
  return { heapBytes: heapUsed, cpuMs: (user + system) / 1000, inbound };
}
