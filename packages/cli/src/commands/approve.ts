import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import type { Command } from 'commander';
import { answerPayload } from '../report/answer-payload.ts';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import {
  keyOption,
  keysOf,
  readCount,
  registryCommand,
  registryOf,
  type RegistryOptions,
} from '../options/options.ts';
import { answer } from '../shared/output.ts';
import type { ApprovalPayload, ChangeApproval } from '../registry/answers.ts';
import type { Registry } from '../registry/registry.ts';
import { APPROVAL, CHANGE_APPROVAL } from '../registry/selections.ts';
import { describeApproval } from '../report/consents.ts';
import { style } from '../report/style.ts';

interface Options extends RegistryOptions {
  key?: string[];
  department: string;
}

interface ApproveOptions extends Options {
  days: number;
  standIn: boolean;
  dryRun: boolean;
}

export function approveCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand(
    'approve',
    'Consents to a change of another department that touches fields of this one.',
  )
    .argument('<change>', 'its digest, or the beginning of it, as yiwang approvals and yiwang check show it')
    .requiredOption('--department <name>', 'the department whose fields it touches')
    .option('--days <n>', 'how long the approval is good, 1 to 90', readCount(1, 90), 14)
    .option('--stand-in', 'an operator approves in place of the department; it is recorded', false)
    .option('--dry-run', 'show what would change, and approve nothing', false)
    .addOption(keyOption())
    .addHelpText(
      'after',
      `
An approval is for exactly this change by exactly these departments, and for one publication. yiwang approvals lists
what waits, yiwang withdraw-approval takes an approval back that was not used.

  yiwang approve 3fa0 --department tax --key tax.key`,
    )
    .action(async (change: string, options: ApproveOptions) => finish(await approve(change, options)));
}

export function approvalsCommand(): Command {
  return registryCommand(
    'approvals',
    'Lists changes that need the consent of a department, or that it proposes and others must consent to.',
  )
    .requiredOption('--department <name>', 'the department')
    .option('--all', 'also those that were used, withdrawn or have expired', false)
    .addOption(keyOption())
    .action(async (options: Options & { all: boolean }) => {
      const [key] = await keysOf(options);
      const found = await readApprovals(registryOf(options), options.department, key!);
      const shown = found.filter(({ state }) => options.all || OPEN.includes(state));
      answer(options.json, shown, () =>
        shown.length > 0 ? shown.map(describeApproval).join('\n\n') : 'Nothing waits for consent.',
      );
    });
}

export function withdrawApprovalCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand(
    'withdraw-approval',
    'Withdraws an approval that was not used, or declines a change.',
  )
    .argument('<id>', 'its number, as yiwang approvals shows it')
    .addOption(keyOption())
    .action(async (id: string, options: Options) => {
      const [key] = await keysOf(options);
      const claim = { action: 'withdrawApproval', digest: contents.withdrawApproval(id) };
      const { withdrawApproval: payload } = await registryOf(options).ask<{
        withdrawApproval: ApprovalPayload;
      }>(
        `mutation WithdrawApproval($id: ID!, $credential: String!) {
          withdrawApproval(id: $id, credential: $credential) { ${APPROVAL} }
        }`,
        { id, credential: await signCredential(key!, claim) },
      );
      finish(
        answerPayload(options.json, payload, () => describeDone(payload, `The approval ${id} is withdrawn.`)),
      );
    });
}

const OPEN = ['REQUESTED', 'APPROVED'];

async function approve(text: string, options: ApproveOptions): Promise<ExitCode> {
  const { department, days, standIn, dryRun, json } = options;
  const registry = registryOf(options);
  const [key] = await keysOf(options);
  const waiting = (await readApprovals(registry, department, key!)).filter(
    ({ owner, state, change }) => owner === department && state === 'REQUESTED' && change.startsWith(text),
  );
  const [asked, another] = waiting;
  if (!asked) {
    throw new CommandError(
      `No change ${text} waits for the consent of ${department}. It is on the list once its publication was refused for lack of it: yiwang approvals --department ${department}`,
      EXIT.REFUSED,
    );
  }
  if (another) throw new CommandError(`More than one change begins with ${text}: give more of it.`);
  if (dryRun) {
    answer(json, asked, () => `${describeApproval(asked)}\n\nNothing was approved.`);
    return EXIT.FINE;
  }
  const { change } = asked;
  const claim = { action: 'approve', digest: contents.approve(department, change, days, standIn) };
  const { approveChange: payload } = await registry.ask<{ approveChange: ApprovalPayload }>(
    `mutation Approve($department: ID!, $change: ID!, $days: Int!, $standIn: Boolean!, $credential: String!) {
      approveChange(department: $department, change: $change, days: $days, standIn: $standIn, credential: $credential) { ${APPROVAL} }
    }`,
    { department, change, days, standIn, credential: await signCredential(key!, claim) },
  );
  const proposers = asked.proposers.join(', ');
  return answerPayload(json, payload, () =>
    describeDone(payload, `Approved for ${days} days: ${proposers} may publish it once.`),
  );
}

async function readApprovals(
  registry: Registry,
  department: string,
  key: PrivateKey,
): Promise<ChangeApproval[]> {
  const claim = { action: 'approvals', digest: contents.approvals(department) };
  const { changeApprovals } = await registry.ask<{ changeApprovals: ChangeApproval[] }>(
    `query Approvals($department: ID!, $credential: String!) {
      changeApprovals(department: $department, credential: $credential) { ${CHANGE_APPROVAL} }
    }`,
    { department, credential: await signCredential(key, claim) },
  );
  return changeApprovals;
}

function describeDone({ approval }: ApprovalPayload, done: string): string {
  return [describeApproval(approval!), style.good(done)].join('\n\n');
}
