import { globSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startTestServer } from '@yiwang/postgres-server/testing';
import { runTurbo } from './turbo.ts';

/** What vitest writes in each workspace, and turbo keeps. */
const REPORTS = '{packages/*,subgraphs/*,gateway,.}/test-results/report.json';
/** What turbo writes of each workspace that it runs. */
const LOGS = '{packages/*,subgraphs/*,gateway,.}/.turbo/turbo-test*.log';
/** How vitest reports a process that V8 aborted: see docs/vendor-internals.md. */
const CRASH = /exited unexpectedly with signal SIG(TRAP|SEGV|ILL)/;
/** Lines of each failure that are shown at the end. */
const SHOWN_LINES = 6;
const SHOWN_CHARACTERS = 1500;
const FOREIGN_LINE = /^ +at .*(node_modules|node:internal|new Promise)/;

/** Vitest's JSON report, as far as it is read. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; assertionResults: TestResult[] }[];
}

interface TestResult {
  fullName: string;
  status: string;
  /** Of every time that it was run: one that passed only when it was run again has one too. */
  failureMessages: string[];
}

/**
 * `npm test`: the tests of all workspaces and of the system, over one PostgreSQL. What has not changed since it passed is not run
 * again. Options are turbo's: `npm test -- --filter=@yiwang/tax`, `npm test -- --force`.
 */
async function main(options: readonly string[]): Promise<number> {
  for (const path of globSync([REPORTS, LOGS])) rmSync(path);
  const server = process.env['DATABASE_URL'] ? null : await startTestServer();
  try {
    const env = server ? { TEST_SERVER_URL: server.url } : {};
    // Each of the two runs two processes of tests, so that both CPUs stay busy while some of them wait.
    const run = () =>
      runTurbo(['run', 'test', 'test:system', '--continue', '--concurrency=2', ...options], env);
    let code = await run();
    const crashes = logs().filter(({ text }) => CRASH.test(text));
    if (code !== 0 && totalOf(reports()).failed === 0 && crashes.length > 0) {
      process.stdout.write(
        `\nNo test failed, but a process of tests crashed. Once more, what did not pass:\n  ${crashes.map(({ path }) => path).join('\n  ')}\n`,
      );
      code = await run();
    }
    const all = reports();
    const troubled = testResultsOf(all).filter(({ failureMessages }) => failureMessages.length > 0);
    print(
      'Failed',
      troubled.filter(({ status }) => status === 'failed'),
    );
    print(
      'Run again because they failed once',
      troubled.filter(({ status }) => status !== 'failed'),
    );
    const { workspaces, passed, failed } = totalOf(all);
    process.stdout.write(`\nTests of ${workspaces} workspaces: ${passed} passed, ${failed} failed\n`);
    return code;
  } finally {
    await server?.stop();
  }
}

function logs(): { path: string; text: string }[] {
  return globSync(LOGS).map((path) => ({ path, text: stripVTControlCharacters(readFileSync(path, 'utf8')) }));
}

function testResultsOf(all: readonly Report[]): TestResult[] {
  return all.flatMap(({ testResults }) =>
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map((result) => ({
        ...result,
        fullName: `${relative('.', name)} ${result.fullName}`,
      })),
    ),
  );
}

/** The end of what a long run prints is often all that one sees of it: so each reason stands there. */
function print(title: string, results: readonly TestResult[]): void {
  if (results.length === 0) return;
  process.stdout.write(`\n${title}:\n`);
  for (const { fullName, failureMessages } of results) {
    process.stdout.write(`  ${fullName}\n`);
    for (const message of failureMessages) {
      const lines = stripVTControlCharacters(message)
        .slice(0, SHOWN_CHARACTERS)
        .split('\n')
        .filter((line) => !FOREIGN_LINE.test(line));
      process.stdout.write(
        `${lines
          .slice(0, SHOWN_LINES)
          .map((line) => `    ${line}\n`)
          .join('')}`,
      );
    }
  }
}

function reports(): Report[] {
  return globSync(REPORTS).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Report);
}

function totalOf(all: readonly Report[]): { workspaces: number; passed: number; failed: number } {
  const add = (key: 'numPassedTests' | 'numFailedTests') => all.reduce((sum, report) => sum + report[key], 0);
  return { workspaces: all.length, passed: add('numPassedTests'), failed: add('numFailedTests') };
}

process.exitCode = await main(process.argv.slice(2));
