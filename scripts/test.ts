import { globSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { startTestServer } from '@yiwang/postgres-server/testing';
import { runTurbo } from './turbo.ts';

/** What vitest writes in each workspace, and turbo keeps. */
const REPORTS = '{packages/*,subgraphs/*,gateway,.}/test-results/report.json';
/** What turbo writes of each workspace that it runs. */
const LOGS = '{packages/*,subgraphs/*,gateway,.}/.turbo/turbo-test*.log';
/** How vitest reports a process that V8 aborted: see docs/vendor-internals.md. */
const CRASH = /exited unexpectedly with signal SIG(TRAP|SEGV|ILL)/;
/** How vitest reports a test that failed, and passed when it was run again. */
const RETRIED = /\(retry x\d+\)/;

/** Vitest's JSON report, as far as it is read. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
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
    if (code !== 0 && total().failed === 0 && crashes.length > 0) {
      process.stdout.write(
        `\nNo test failed, but a process of tests crashed. Once more, what did not pass:\n  ${crashes.map(({ path }) => path).join('\n  ')}\n`,
      );
      code = await run();
    }
    const retried = logs().flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => RETRIED.test(line))
        .map((line) => `  ${path}: ${line.trim()}`),
    );
    if (retried.length > 0)
      process.stdout.write(`\nRun again because they failed once:\n${retried.join('\n')}\n`);
    const { workspaces, passed, failed } = total();
    process.stdout.write(`\nTests of ${workspaces} workspaces: ${passed} passed, ${failed} failed\n`);
    return code;
  } finally {
    await server?.stop();
  }
}

function logs(): { path: string; text: string }[] {
  return globSync(LOGS).map((path) => ({ path, text: stripVTControlCharacters(readFileSync(path, 'utf8')) }));
}

function total(): { workspaces: number; passed: number; failed: number } {
  const reports = globSync(REPORTS).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Report);
  const add = (key: keyof Report) => reports.reduce((sum, report) => sum + report[key], 0);
  return { workspaces: reports.length, passed: add('numPassedTests'), failed: add('numFailedTests') };
}

process.exitCode = await main(process.argv.slice(2));
