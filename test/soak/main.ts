// Starts a system of its own, lets users work at a steady pace, and says what grows: memory, heap and handles of every process. Ends with 1 when
// something does, or when what users were told does not agree with what is stored.
import { Command } from 'commander';
import { findLocalSystem } from '@yiwang/cli/local-system';
import { checkHistory } from '../checker/check-history.ts';
import { describeRun } from '../checker/report.ts';
import { readAtRest, runUsers } from '../checker/run-checker.ts';
import { prepareNpmStart } from '../support/npm-start.ts';
import { describeGrowth } from './describe-growth.ts';
import { watchSystem } from './watch-system.ts';
import { positive } from '../support/command-line.ts';

const COLLECT_GARBAGE = new URL('collect-garbage.ts', import.meta.url).href;
const SAMPLE_MS = 5000;
/** Of the whole time: code is compiled, caches and pools fill. */
const WARM_UP = 0.3;

const { minutes, users, think, seed } = new Command('soak')
  .description('Lets users work at a steady pace for a long time, and says what grows.')
  .option('--minutes <n>', 'how long they work', positive, 60)
  .option('--users <n>', 'how many', positive, 40)
  .option(
    '--think <ms>',
    'how long a user thinks between two things that he does, on average',
    positive,
    1000,
  )
  .option('--seed <text>', 'what the choices of users follow from', String(Date.now()))
  .helpCommand(false)
  .parse()
  .opts<{ minutes: number; users: number; think: number; seed: string }>();

await using started = await prepareNpmStart({});
await started.start({ NODE_OPTIONS: `--import=${COLLECT_GARBAGE}` });
const system = findLocalSystem(started.data)!;
const seconds = minutes * 60;
const over = new AbortController();
const { series, ended } = watchSystem(system, SAMPLE_MS, over.signal);
const startedAt = Date.now();
process.stderr.write(`seed ${seed}: ${users} users, ${minutes} minutes\n`);
const part = (share: number) => Math.ceil(users * share);
const result = await runUsers({
  data: started.data,
  seed,
  seconds,
  thinkMs: think,
  killEveryMs: null,
  applicants: part(0.5),
  officials: part(0.15),
  readers: part(0.15),
  matterApplicants: part(0.1),
  matterOfficials: 1,
});
over.abort();
await ended;
const { table, growing } = describeGrowth(series, startedAt + WARM_UP * seconds * 1000);
process.stdout.write(`${table}\n\n`);
const stored = await readAtRest(started.data);
const findings = checkHistory(result.history, stored);
process.stdout.write(`${describeRun(result, stored, findings)}\n`);
if (growing.length > 0) process.stdout.write(`\nGrows: ${growing.join('; ')}.\n`);
process.exitCode = growing.length + findings.length > 0 ? 1 : 0;
