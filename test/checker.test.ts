import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLocalSystem } from '@yiwang/cli/local-system';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkHistory } from './checker/check-history.ts';
import { makeForgetful } from './checker/faults/forgetful-database.ts';
import type { Finding } from './checker/finding.ts';
import type { History } from './checker/history.ts';
import { describeRun, takenSteps } from './checker/report.ts';
import { readAtRest, type RunOptions, runUsers } from './checker/run-checker.ts';
import type { Stored } from './checker/stored.ts';
import { type NpmStart, prepareNpmStart } from './support/npm-start.ts';

vi.setConfig({ testTimeout: 400_000 });

/** Of a run that failed, to try what its users did once more: `CHECKER_SEED=… npx vitest run test/checker.test.ts`. */
const SEED = process.env['CHECKER_SEED'] ?? String(Date.now());
const FAULTS = ['run-commands-twice', 'undo-nothing'].map(
  (name) => `--import=${pathToFileURL(join(import.meta.dirname, `checker/faults/${name}.ts`)).href}`,
);

let system: NpmStart;
/** Of all runs: what is stored is of all of them. */
let history: History = { steps: [], matterSteps: [], reads: [], kills: [] };
let known = new Set<string>();
const runs = new Map<string, number>();

beforeAll(async () => {
  system = await prepareNpmStart({});
  await system.start();
}, 180_000);
afterAll(async () => {
  await printIncidents(join(system.data, 'logs'));
  await system[Symbol.asyncDispose]();
});

interface Run {
  /** What was told in this run. */
  told: History;
  stored: Stored;
  codes: ReadonlySet<string>;
  /** What was not found after the runs before. */
  findings: Finding[];
}

async function run(
  options: Omit<RunOptions, 'data' | 'seed'> & { name: string; settleMs?: number },
): Promise<Run> {
  // A test that is run once more has other users, because those of its first run are stored.
  runs.set(options.name, (runs.get(options.name) ?? 0) + 1);
  const seed = `${SEED}-${options.name}-${runs.get(options.name)}`;
  const result = await runUsers({ ...options, data: system.data, seed });
  const stored = await readAtRest(system.data, options.settleMs);
  history = {
    steps: [...history.steps, ...result.history.steps],
    matterSteps: [...history.matterSteps, ...result.history.matterSteps],
    reads: [...history.reads, ...result.history.reads],
    kills: [...history.kills, ...result.history.kills],
  };
  const findings = checkHistory(history, stored).filter(({ message }) => !known.has(message));
  known = new Set([...known, ...findings.map(({ message }) => message)]);
  process.stdout.write(`seed ${SEED}, ${options.name}\n${describeRun(result, stored, findings)}\n`);
  return { told: result.history, stored, codes: new Set(result.troubles.keys()), findings };
}

test('while every process is killed at random, no step is lost or taken twice, every case has its timeline, every read has its right and its record, and every matter ends or waits for people with nothing done twice and nothing left behind', async () => {
  const { told, stored, codes, findings } = await run({
    name: 'sound',
    applicants: 50,
    officials: 15,
    readers: 15,
    matterApplicants: 20,
    matterOfficials: 4,
    seconds: 60,
    thinkMs: 500,
    killEveryMs: 3500,
  });

  expect(findings).toEqual([]);
  // So much was done that the above means something.
  expect(takenSteps(told).length).toBeGreaterThan(200);
  expect(told.steps.filter(({ tries }) => tries > 1).length).toBeGreaterThan(20);
  const actions = new Set(takenSteps(told).flatMap((step) => step.actions));
  for (const action of ['START', 'SAVE', 'SUBMIT', 'RETURN', 'ACCEPT', 'START_REVIEW', 'DECIDE', 'DELIVER'])
    expect(actions).toContain(action);
  for (const right of ['OWN', 'GRANT', 'DEPARTMENT'])
    expect(told.reads.filter((read) => read.right === right && read.cases.length > 0).length).toBeGreaterThan(
      20,
    );
  const matterActions = new Set(takenSteps({ steps: told.matterSteps }).flatMap((step) => step.actions));
  for (const action of ['START', 'SUBMIT', 'COMPLETE', 'WITHDRAW', 'UNDO'])
    expect(matterActions).toContain(action);
  for (const state of ['COMPLETED', 'FAILED', 'WITHDRAWN'])
    expect(stored.matters.rows.map((row) => row.state)).toContain(state);
  expect(told.reads.filter(({ right }) => right === 'NONE').length).toBeGreaterThan(20);
  const killed = new Set(told.kills.map(({ name }) => name));
  for (const name of [
    'gateway',
    'permits',
    'enterprises',
    'tax',
    'land',
    'services',
    'exchange',
    'postgres',
    'postgres backend',
  ])
    expect(killed).toContain(name);
  // What a killed process costs is told as what it is.
  for (const code of ['INTERNAL_ERROR', 'DEPARTMENT_ERROR', 'DEPARTMENT_CONTRACT_BROKEN'])
    expect(codes).not.toContain(code);
});

test('the checker finds a database that forgets what it has confirmed', async () => {
  const { findings } = await withForgetfulDatabase(() =>
    run({
      name: 'forgetful',
      applicants: 30,
      officials: 5,
      readers: 0,
      matterApplicants: 0,
      matterOfficials: 0,
      seconds: 20,
      thinkMs: 200,
      killEveryMs: 5000,
      kills: ['postgres'],
    }),
  );
  expect(findings.map(({ rule }) => rule)).toContain('LOST_STEP');
});

test('the checker finds a department that runs a command again when it is sent again, and a matter that is not undone', async () => {
  await system.stop();
  await system.start({ NODE_OPTIONS: FAULTS.join(' ') });
  const { findings } = await run({
    name: 'twice',
    applicants: 30,
    officials: 5,
    readers: 0,
    matterApplicants: 20,
    matterOfficials: 4,
    seconds: 20,
    thinkMs: 200,
    killEveryMs: 5000,
    kills: ['gateway', 'services'],
    // Some never settle.
    settleMs: 15_000,
  });
  const rules = findings.map(({ rule }) => rule);
  expect(rules).toContain('DOUBLED_STEP');
  expect(rules).toContain('REJECTED_STEP_TAKEN');
  expect(rules).toContain('LEFT_BEHIND');
  const messages = findings.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringMatching(/has \d cases for|which does not know it/));
  expect(messages).toContainEqual(
    expect.stringMatching(/was not undone|its case \S+ is (SUBMITTED|ACCEPTED|UNDER_REVIEW|RETURNED)/),
  );
});

/** Faults of our own, that a service told its users as an incident. */
async function printIncidents(logs: string): Promise<void> {
  for (const name of await readdir(logs)) {
    const lines = (await readFile(join(logs, name), 'utf8')).split('\n');
    for (const line of lines.filter((one) => one.includes('"incident"')).slice(0, 5))
      process.stdout.write(`${name}: ${line.slice(0, 2000)}\n`);
  }
}

async function withForgetfulDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  await using _forgetful = await makeForgetful(findLocalSystem(system.data)!);
  return await work();
}
