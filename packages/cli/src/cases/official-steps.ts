import { Argument, InvalidArgumentError } from 'commander';
import type { Step } from '../graph/step.ts';
import { day, several } from '../graph/step-options.ts';
import { readCount } from '../options/options.ts';
import { option } from '../sharing/action-options.ts';
import { CommandError } from '../shared/command-error.ts';
import { ofCase } from './steps.ts';

const REASON = {
  type: 'String!',
  make: () => option('--reason <text>', 'why; it is kept').makeOptionMandatory(),
};

export const OFFICIAL_STEPS: readonly Step[] = [
  official(
    'return',
    'Returns a case to be completed 一次性告知补正: once, with all that is missing.',
    'returnCase',
    {
      options: [
        several(
          '--defect <text>',
          'what is missing, as "field: problem", or without the field when it is about none',
          readDefect,
        ).makeOptionMandatory(),
      ],
      types: { defects: '[CaseDefectInput!]!' },
      variables: (_args, { defect }) => ({ defects: defect }),
    },
  ),
  withReason('decline', 'Does not accept a case 不予受理. Final.', 'declineCase'),
  official(
    'accept',
    'Accepts a case 受理, which starts the time to decide; perhaps with materials to follow 容缺受理, or on a signed commitment 告知承诺.',
    'acceptCase',
    {
      options: [
        several('--follow-up <material>', 'a material that may follow', (text) => text),
        day('--follow-up-by <day>', 'the last day on which materials may follow'),
        option('--commitment <text>', 'what the applicant was told and promises, instead of a proof'),
        option('--signed-by <name>', 'who signed the commitment'),
      ],
      types: { followUp: 'CaseFollowUpInput', commitment: 'CaseCommitmentInput' },
      variables: (_args, { followUp, followUpBy, commitment, signedBy }) => ({
        followUp: pair({ materials: followUp, by: followUpBy }, '--follow-up and --follow-up-by'),
        commitment: pair({ text: commitment, signedBy }, '--commitment and --signed-by'),
      }),
    },
  ),
  official('review', 'Begins to review an accepted case 审查.', 'startCaseReview'),
  withReason('suspend', 'Stops the clock 中止, as for an inspection that takes its time.', 'suspendCase'),
  official('resume', 'Lets the clock go on 恢复审查.', 'resumeCase'),
  official('extend', 'Extends the time to decide 延长期限: once, and before it is over.', 'extendCase', {
    options: [
      option('--days <n>', 'working days, 1 to 10').argParser(readCount(1, 10)).makeOptionMandatory(),
      REASON.make(),
    ],
    types: { days: 'Int!', reason: REASON.type },
    variables: (_args, { days, reason }) => ({ days, reason }),
  }),
  official(
    'decide',
    'Decides a case 决定. Granted makes the permit at once; denied needs a reason.',
    'decideCase',
    {
      arguments: [new Argument('<decision>', 'what is decided').choices(['granted', 'denied'])],
      options: [
        option('--reason <text>', 'why; it is kept'),
        option(
          '--permit-name <text>',
          'name of the permit (default: the name of the item with 证 behind it)',
        ),
        day('--valid-until <day>', 'the last day of the permit; no end when left out'),
      ],
      types: { decision: 'CaseDecision!', reason: 'String', permit: 'GrantedPermitInput' },
      variables: ([, decision], { reason, permitName: name, validUntil }) => ({
        decision: String(decision).toUpperCase(),
        reason,
        permit: name === undefined && validUntil === undefined ? undefined : { name, validUntil },
      }),
    },
  ),
  official('deliver', 'Says that the applicant has the result 送达.', 'deliverCase'),
];

function official(
  name: string,
  description: string,
  mutation: string,
  rest: Partial<Pick<Step, 'arguments' | 'options' | 'types' | 'variables'>> = {},
): Step {
  return ofCase(name, description, mutation, { ...rest, isOfficial: true });
}

function withReason(name: string, description: string, mutation: string): Step {
  return official(name, description, mutation, {
    options: [REASON.make()],
    types: { reason: REASON.type },
    variables: (_args, { reason }) => ({ reason }),
  });
}

/** `field: problem`, with a colon of either script. */
function readDefect(text: string): { about: string | null; problem: string } {
  const [, about, problem] = /^([^:：]*)[:：]\s*(.*)$/s.exec(text) ?? [null, null, text];
  if (!problem?.trim()) throw new InvalidArgumentError('Write it as "field: problem".');
  return { about: about?.trim() || null, problem: problem.trim() };
}

/** Two that go together; undefined when neither is given. */
function pair<Values extends object>(values: Values, names: string): Values | undefined {
  const given = Object.values(values).filter((value) => value !== undefined).length;
  if (given === 1) throw new CommandError(`${names} go together: give both or neither.`);
  return given === 0 ? undefined : values;
}
