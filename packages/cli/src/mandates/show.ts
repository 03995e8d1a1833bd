import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';
import { WHOLE_MANDATE, type WholeMandate } from './answers.ts';
import { describeWholeMandate } from './describe.ts';

/** `mandate show`. */
export function showCommand(): Command {
  return clientCommand('show', 'Shows a mandate with its history.')
    .argument('<id>', 'of the mandate, such as M-2026-00000017')
    .action(async (id: string, options: ClientOptions) => {
      const mandate = await readMandate(options, id);
      answer(options.json, mandate, () => describeWholeMandate(mandate));
    });
}

/** @throws CommandError when there is none that the client may see */
export function readMandate(options: ClientOptions, id: string): Promise<WholeMandate> {
  return askGraph<WholeMandate>(
    options,
    'mandate',
    `query Show($id: ID!) { mandate(id: $id) { ${WHOLE_MANDATE} } }`,
    { id },
    { whenNone: `There is no mandate ${id} that you may see. yiwang mandate list shows yours.` },
  );
}
