import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { askGraph, isPassing } from '../graph/ask-graph.ts';
import { stepCommand, takeStep, type TakingOptions } from '../graph/step.ts';
import type { UserError } from '../registry/answers.ts';
import { describeUserErrors } from '../report/publish-report.ts';
import { moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { option } from '../sharing/action-options.ts';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import { answer, terminal } from '../shared/output.ts';
import { MATTER_CASE_KIND, MATTER_RETRY } from './case-steps.ts';

interface Options extends TakingOptions {
  all?: true;
  department?: string;
  dryRun?: true;
}

interface Count {
  department: string;
  steps: number;
  goOnByThemselves: number;
  since: string;
}

interface Failure {
  number: string;
  step: string;
  department: string;
  reason: string;
}

interface Payload {
  retry: { retried: number; remaining: number; failures: Failure[] } | null;
  userErrors: UserError[];
}

/** What came of all batches. */
interface Retried {
  retried: number;
  failures: Failure[];
}

/** How many steps are stuck. */
export const COUNTS = '{ stuckMatterStepCounts { department steps goOnByThemselves since } }';
/** One batch. */
export const RETRY_ALL = `mutation RetryAll($department: ID, $key: ID!) {
  retryStuckMatterSteps(department: $department, idempotencyKey: $key) {
    retry { retried remaining failures { number step department reason } } userErrors { message code field }
  }
}`;

/** `matter retry`: one step, or with `--all` every one that is stuck. */
export function retryCommand(finish: (code: ExitCode) => void): Command {
  return stepCommand(MATTER_CASE_KIND, MATTER_RETRY, finish)
    .addOption(option('--all', 'every step that is stuck, in place of a number and a step'))
    .addOption(option('--department <name>', 'with --all: only the steps of this department'))
    .addOption(option('--dry-run', 'with --all: only says how many steps would be tried again'))
    .action(async (number: string | undefined, step: string | undefined, options: Options) => {
      if (options.all) {
        if (number !== undefined) {
          throw new CommandError('Name either a number and a step, or --all.');
        }
        finish(await (options.dryRun ? showCounts(options) : retryAll(options)));
        return;
      }
      if (number === undefined || step === undefined) {
        throw new CommandError('Name the number and the step: yiwang matter retry NUMBER STEP. Or --all.');
      }
      if (options.department !== undefined || options.dryRun) {
        throw new CommandError('--department and --dry-run belong to --all.');
      }
      finish(await takeStep(MATTER_CASE_KIND, MATTER_RETRY, [number, step], options));
    });
}

async function showCounts(options: Options): Promise<ExitCode> {
  const counts = await readCounts(options);
  answer(options.json, counts, () => {
    if (counts.length === 0) return 'Nothing is stuck.';
    return table(
      ['department', 'stuck', 'go on by themselves', 'since'],
      counts.map((one) => [
        one.department,
        String(one.steps),
        String(one.goOnByThemselves),
        moment(one.since),
      ]),
    );
  });
  return EXIT.FINE;
}

async function readCounts(options: Options): Promise<Count[]> {
  const counts = await askGraph<Count[]>(options, 'stuckMatterStepCounts', COUNTS, {}, { mayRepeat: true });
  const { department } = options;
  return department === undefined ? counts : counts.filter((one) => one.department === department);
}

async function retryAll(options: Options): Promise<ExitCode> {
  const total: Retried = { retried: 0, failures: [] };
  const key = options.key ?? randomUUID();
  let wanted = Infinity;
  for (let batch = 1; total.retried + total.failures.length < wanted; batch += 1) {
    const { retry, userErrors } = await sendBatch(options, `${key}-${batch}`, key);
    if (retry === null) {
      answer(options.json, { ...total, userErrors }, () => describeUserErrors(userErrors));
      return EXIT.REFUSED;
    }
    const tried = retry.retried + retry.failures.length;
    // Those that were stuck at the beginning: what fails again at once is stuck again, and would be retried for ever.
    if (batch === 1) wanted = tried + retry.remaining;
    total.retried += retry.retried;
    total.failures.push(...retry.failures);
    if (tried === 0) break;
    if (retry.remaining > 0) {
      terminal.note(style.faint(`${total.retried + total.failures.length} of ${wanted}`));
    }
  }
  answer(options.json, total, () => describe(total));
  return total.failures.length === 0 ? EXIT.FINE : EXIT.REFUSED;
}

async function sendBatch(options: Options, batchKey: string, key: string): Promise<Payload> {
  try {
    return await askGraph<Payload>(
      options,
      'retryStuckMatterSteps',
      RETRY_ALL,
      { department: options.department, key: batchKey },
      { mayRepeat: true },
    );
  } catch (error) {
    if (!(error instanceof CommandError) || !isPassing(error)) throw error;
    throw new CommandError(
      `${error.message}\nIt is not known which steps were retried. Repeat the command with --key ${key}: so each batch is taken once.`,
      error.exitCode,
    );
  }
}

function describe({ retried, failures }: Retried): string {
  if (retried === 0 && failures.length === 0) return 'Nothing is stuck.';
  const went = `${retried} ${retried === 1 ? 'step goes' : 'steps go'} on.`;
  const todo = style.faint('→ yiwang matter stuck shows what fails again.');
  if (failures.length === 0) return `${went}\n${todo}`;
  const listed = table(
    ['number', 'step', 'department', 'not retried because'],
    failures.map(({ number, step, department, reason }) => [number, step, department, reason]),
  );
  return `${went}\n${listed}\n${todo}`;
}
