import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLocalSystem } from '@yiwang/cli/local-system';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkHistory } from './checker/check-history.ts';
import { makeForgetful } from './checker/faults/forgetful-database.ts';
import type { Finding } from './checker/finding.ts';
import type { History, ReadingRight } from './checker/history.ts';
import { describeRun, takenSteps } from './checker/report.ts';
import { readAtRest, type RunOptions, runUsers } from './checker/run-checker.ts';
import type { Stored } from './checker/stored.ts';
import { type NpmStart, prepareNpmStart } from './support/npm-start.ts';

vi.setConfig({ testTimeout: 400_000 });

/** Of a run that failed, to try what its users did once more: `CHECKER_SEED=… npx vitest run test/checker.test.ts`. */
const SEED = process.env['CHECKER_SEED'] ?? String(Date.now());
const CASE_ACTIONS = ['START', 'SAVE', 'SUBMIT', 'RETURN', 'ACCEPT', 'START_REVIEW', 'DECIDE', 'DELIVER'];
const MATTER_ACTIONS = ['START', 'SUBMIT', 'COMPLETE', 'WITHDRAW', 'UNDO'];
const FAULTS = ['run-commands-twice', 'undo-nothing'].map(
  (name) => `--import=${pathToFileURL(join(import.meta.dirname, `checker/faults/${name}.ts`)).href}`,
);

let system: NpmStart;
/** Of all runs: what is stored is of all of them. */
let history: History = { steps: [], matterSteps: [], reads: [], materials: [], kills: [] };
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
    materials: [...history.materials, ...result.history.materials],
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
    missing: missingWork,
  });

  expect(findings).toEqual([]);
  expect(missingWork(told)).toEqual([]);
  for (const state of ['COMPLETED', 'FAILED', 'WITHDRAWN'])
    expect(stored.matters.rows.map((row) => row.state)).toContain(state);
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

/** What users have to have done before it means something that nothing was found. */
function missingWork(told: Omit<History, 'kills'>): string[] {
  const countOf = (name: string, found: number, least: number) =>
    found < least ? [`${found} of ${least} ${name}`] : [];
  const unseen = (kind: string, steps: History['steps'], wanted: readonly string[]) => {
    const seen = new Set(takenSteps({ steps }).flatMap(({ actions }) => actions as readonly string[]));
    return wanted.filter((action) => !seen.has(action)).map((action) => `${kind}: ${action}`);
  };
  const readsBy = (right: ReadingRight) => told.reads.filter((read) => read.right === right);
  return [
    ...countOf('steps taken', takenSteps(told).length, 200),
    ...countOf('steps sent again', told.steps.filter(({ tries }) => tries > 1).length, 20),
    ...unseen('cases', told.steps, CASE_ACTIONS),
    ...unseen('matters', told.matterSteps, MATTER_ACTIONS),
    ...(['OWN', 'GRANT', 'DEPARTMENT'] as const).flatMap((right) =>
      countOf(`reads by ${right}`, readsBy(right).filter(({ cases }) => cases.length > 0).length, 20),
    ),
    ...countOf('reads without a right', readsBy('NONE').length, 20),
  ];
}

test('the checker finds a database that forgets what it has confirmed', async () => {
  const notFound = await runUntilFound({ LOST_STEP: ({ rule }) => rule === 'LOST_STEP' }, () =>
    withForgetfulDatabase(() =>
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
    ),
  );
  expect(notFound).toEqual([]);
});

test('the checker finds a department that runs a command again when it is sent again, and a matter that is not undone', async () => {
  await system.stop();
  await system.start({ NODE_OPTIONS: FAULTS.join(' ') });
  const wanted: Wanted = {
    DOUBLED_STEP: ({ rule }) => rule === 'DOUBLED_STEP',
    REJECTED_STEP_TAKEN: ({ rule }) => rule === 'REJECTED_STEP_TAKEN',
    LEFT_BEHIND: ({ rule }) => rule === 'LEFT_BEHIND',
    'filed twice': ({ message }) => /has \d cases for|which does not know it/.test(message),
    'not undone': ({ message }) =>
      /was not undone|its case \S+ is (SUBMITTED|ACCEPTED|UNDER_REVIEW|RETURNED)/.test(message),
  };
  const notFound = await runUntilFound(wanted, () =>
    run({
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
    }),
  );
  expect(notFound).toEqual([]);
});

type Wanted = Readonly<Record<string, (finding: Finding) => boolean>>;

/** Runs until all that is wanted has been found, at most three times: a fault shows only when a process is killed at the wrong moment. */
async function runUntilFound(wanted: Wanted, runOnce: () => Promise<Run>): Promise<string[]> {
  const findings: Finding[] = [];
  const notFound = () => Object.keys(wanted).filter((name) => !findings.some(wanted[name]!));
  for (let i = 0; i < 3 && notFound().length > 0; i++) findings.push(...(await runOnce()).findings);
  return notFound();
}

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
