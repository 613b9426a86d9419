import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startChild, type Child } from './childProcess.js';
import { drive, type DriveOptions } from './drive.js';
import type { SubjectName } from './handlers.js';
import {
  subjectReadySchema,
  subjectStateSchema,
  upstreamReadySchema,
  upstreamStateSchema,
  type SubjectState,
} from './messages.js';
import { ROUTES } from './routes.js';
import { addWindow, createRow, printTable, type Row } from './table.js';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '60000' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
    short: { type: 'boolean', default: false },
  },
});

interface Subject {
  name: SubjectName;
  child: Child;
  url: string;
}

const NAMES: readonly SubjectName[] = ['ours', 'bare'];
const LATENCIES = [0, 100];
/** Kept-alive connections are given up after five seconds at most. */
const IDLE_MS = 7_000;

const rounds = values.short ? 1 : Number(values.rounds);
const windows = ROUTES.length * LATENCIES.length * rounds;
const total = values.short ? 600 : Number(values.requests);
const length: DriveOptions['length'] =
  values.seconds === undefined
    ? { requests: Math.ceil(total / windows) }
    : { seconds: Math.max(1, Math.round(Number(values.seconds) / windows / NAMES.length)) };
const connections = Number(values.connections);

const began = performance.now();
const upstream = startChild('./upstream.ts');
const { urls, owned } = await upstream.ask({}, upstreamReadySchema);
const subjects: Subject[] = [];
for (const name of NAMES) {
  const child = startChild('./subject.ts');
  subjects.push({ name, child, ...(await child.ask({ name, upstreamUrl: urls[name], owned }, subjectReadySchema)) });
}

const readState = ({ child }: Subject): Promise<SubjectState> => child.ask({}, subjectStateSchema);
const rows = new Map<string, Row>();
const heaps = new Map<SubjectName, number[]>(NAMES.map((name) => [name, []]));

// Warm: compiled, connected, and each Item's accounts known, as they are after its first visit.
for (const subject of subjects) {
  for (const route of ROUTES) {
    const warm = { requests: values.short ? 60 : 1_500 };
    await drive({ url: subject.url, route, owned, connections, length: warm });
  }
}

for (const latency of LATENCIES) {
  await upstream.ask({ latency }, upstreamStateSchema);
  for (let round = 0; round < rounds; round += 1) {
    for (const route of ROUTES) {
      // One after the other and the other one first the next time, so that noise hits both.
      for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
        const before = await readState(subject);
        const window = await drive({ url: subject.url, route, owned, connections, length });
        const after = await readState(subject);
        heaps.get(subject.name)?.push(after.heapBytes);
        const key = `${latency} ${route.name} ${subject.name}`;
        const row = rows.get(key) ?? createRow(latency, route.name, subject.name);
        rows.set(key, row);
        addWindow(row, window, after.cpuMs - before.cpuMs);
      }
    }
    console.error(`${latency} ms, round ${round + 1} of ${rounds}: ${seconds()} s`);
  }
}

printTable([...rows.values()]);
await wait(IDLE_MS);
const outbound = await upstream.ask({ latency: 0 }, upstreamStateSchema);
for (const subject of subjects) {
  const { heapBytes, inbound } = await readState(subject);
  const all = heaps.get(subject.name) ?? [];
  const of = (index: number): string => megabytes(all[Math.min(all.length - 1, index)] ?? 0);
  console.log(
    `${subject.name}: heap after collection ${of(0)} → ${of(Math.floor(all.length / 2))} → ${of(all.length - 1)} MB ` +
      `(first, middle and last of ${all.length} windows), ${megabytes(heapBytes)} MB at rest; ` +
      `open sockets at rest: ${inbound} in, ${outbound[subject.name]} out`,
  );
}
const requests = [...rows.values()].reduce((sum, row) => sum + row.requests, 0);
const failed = [...rows.values()].reduce((sum, row) => sum + row.failed, 0);
console.log(`${requests} requests over ${connections} connections, ${failed} failed; ${seconds()} s`);
for (const { child } of subjects) child.end();
upstream.end();
if (failed > 0) process.exitCode = 1;

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
