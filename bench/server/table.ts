import type { SubjectName } from './handlers.js';
import type { Window } from './drive.js';

/** One route of one server, over all of its windows. */
export interface Row {
  latency: number;
  route: string;
  subject: SubjectName;
  requests: number;
  seconds: number;
  cpuMs: number;
  failed: number;
  p50: number[];
  p99: number[];
}

export function createRow(latency: number, route: string, subject: SubjectName): Row {
  return { latency, route, subject, requests: 0, seconds: 0, cpuMs: 0, failed: 0, p50: [], p99: [] };
}

export function addWindow(row: Row, { requests, seconds, p50, p99, failed }: Window, cpuMs: number): void {
  row.requests += requests;
  row.seconds += seconds;
  row.cpuMs += cpuMs;
  row.failed += failed;
  row.p50.push(p50);
  row.p99.push(p99);
}

/** In Markdown. Latencies are the windows' medians: one window that something else on the machine disturbed says nothing. */
export function printTable(rows: readonly Row[]): void {
  console.log(
    '| Plaid and Heron answer in | route | server | requests/s | of bare | p50 ms | p99 ms | CPU ms a request | of bare | failed |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const row of rows) {
    const bare = rows.find(
      ({ latency, route, subject }) => latency === row.latency && route === row.route && subject === 'bare',
    );
    const cells = [
      `${row.latency} ms`,
      row.route,
      row.subject,
      rate(row).toFixed(0),
      bare ? (rate(row) / rate(bare)).toFixed(2) : '',
      median(row.p50).toFixed(0),
      median(row.p99).toFixed(0),
      cost(row).toFixed(2),
      bare ? (cost(row) / cost(bare)).toFixed(2) : '',
      String(row.failed),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function rate({ requests, seconds }: Row): number {
  return requests / seconds;
}

function cost({ cpuMs, requests }: Row): number {
  return cpuMs / requests;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
