// Starts a system of its own, lets users work on cases while its processes are killed, and says what was lost. Ends with 1 when
// something was.
import { Command } from 'commander';
import { prepareNpmStart } from '../support/npm-start.ts';
import { checkHistory } from './check-history.ts';
import { describeRun } from './report.ts';
import { readAtRest, runUsers } from './run-checker.ts';
import { positive, say } from '../support/command-line.ts';

const options = new Command('checker')
  .description(
    'Compares what clients were told of cases with what is stored, after processes were killed at random.',
  )
  .option('--users <n>', 'readers, applicants and officials', positive, 300)
  .option('--seconds <n>', 'how long they work', positive, 300)
  .option(
    '--think <ms>',
    'how long a user thinks between two things that he does, on average',
    positive,
    1000,
  )
  .option('--kill-every <ms>', 'from one process that is killed to the next, on average', positive, 8000)
  .option('--no-kills', 'kill nothing')
  .option('--seed <text>', 'what the choices of users and of what is killed follow from', String(Date.now()))
  .helpCommand(false)
  .parse()
  .opts<{ users: number; seconds: number; think: number; killEvery: number; kills: boolean; seed: string }>();

const { users, seconds, think, killEvery, kills, seed } = options;
const officials = Math.ceil(users / 6);
const readers = Math.ceil(users / 6);
const matterOfficials = Math.ceil(users / 20);
const matterApplicants = Math.ceil(users / 4);

await using system = await prepareNpmStart({});
await system.start();
say(process.stdout, `seed ${seed}: ${users} users, ${seconds} s`);
const result = await runUsers({
  data: system.data,
  seed,
  seconds,
  thinkMs: think,
  applicants: users - officials - readers - matterApplicants - 3 * matterOfficials,
  officials,
  readers,
  matterApplicants,
  matterOfficials,
  killEveryMs: kills ? killEvery : null,
  onKill: ({ name }) => say(process.stderr, `${new Date().toISOString()} killed: ${name}`),
});
say(process.stderr, 'The users have ended.');
const stored = await readAtRest(system.data);
const findings = checkHistory(result.history, stored);
say(process.stdout, describeRun(result, stored, findings));
process.exitCode = findings.length > 0 ? 1 : 0;
