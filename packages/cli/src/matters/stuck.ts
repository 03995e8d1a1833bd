import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';

interface StuckStep {
  number: string;
  step: string;
  department: string;
  work: string;
  attempts: number;
  error: string;
  since: string;
  goesOnByItself: boolean;
}

/** `matter stuck`. */
export function stuckCommand(): Command {
  return clientCommand(
    'stuck',
    'Lists the steps that cannot go on by themselves, the oldest first, with what went wrong.',
  ).action(async (options: ClientOptions) => {
    const steps = await askGraph<StuckStep[]>(
      options,
      'stuckMatterSteps',
      '{ stuckMatterSteps { number step department work attempts error since goesOnByItself } }',
      {},
    );
    answer(options.json, steps, () => describe(steps));
  });
}

function describe(steps: readonly StuckStep[]): string {
  if (steps.length === 0) return 'There is none.';
  const listed = table(
    ['number', 'step', 'department', 'asked to', 'times', 'since', 'goes on', 'error'],
    steps.map(({ number, step, department, work, attempts, error, since, goesOnByItself }) => [
      number,
      step,
      department,
      work.toLowerCase(),
      String(attempts),
      moment(since),
      goesOnByItself ? 'with its department' : 'by an operator',
      error,
    ]),
  );
  const todo = 'yiwang matter retry NUMBER STEP, or --all, when its cause is mended; else skip or undo';
  return `${listed}\n${style.faint(`→ ${todo}`)}`;
}
