import { parseArgs } from 'node:util';
import { shareRuns } from './campaign.js';
import { CAMPAIGNS } from './campaigns.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '125000' },
    seed: { type: 'string' },
    path: { type: 'string' },
    only: { type: 'string' },
  },
});

const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const chosen = CAMPAIGNS.filter(({ name }) => name.includes(values.only ?? ''));
const shares = shareRuns(chosen, Number(values.runs));
const began = performance.now();
const counts = { requests: 0, answers: 0, texts: 0 };
let unheard: unknown = null;

process.on('unhandledRejection', (reason) => (unheard = reason));

console.log(`seed ${seed}`);
for (const [index, campaign] of chosen.entries()) {
  const start = performance.now();
  const { runs, failure } = await campaign.run({ runs: shares[index] ?? 1, seed, path: values.path });
  counts[campaign.kind] += runs;
  console.log(`${failure ? 'FAILED' : 'ok    '} ${campaign.name}: ${runs} in ${seconds(start)} s`);
  if (failure !== null) console.error(failure);
  if (failure !== null || unheard !== null) process.exitCode = 1;
}
if (unheard !== null) console.error('A rejection that nobody heard:', unheard);
console.log(
  `malformed requests: ${counts.requests}, answers: ${counts.answers}, texts: ${counts.texts}; ` +
    `seed ${seed}; ${seconds(began)} s`,
);

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
