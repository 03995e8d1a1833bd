import { Argument } from 'commander';
import type { Step, StepKind } from '../graph/step.ts';
import { day } from '../graph/step-options.ts';
import { list, option } from '../sharing/action-options.ts';
import { MANDATE_ADVICE } from './advice.ts';
import { MANDATE, type Mandate } from './answers.ts';
import { describeMandates } from './describe.ts';
import { readMandate } from './show.ts';

export const MANDATE_KIND: StepKind = {
  field: 'mandate',
  selection: MANDATE,
  describe: (mandate: Mandate) => describeMandates([mandate]),
  advice: MANDATE_ADVICE,
  show: ([id]) => `mandate show ${id}`,
  readVersion: async (options, [id]) => (await readMandate(options, id)).version,
};

const USCC = () => new Argument('<uscc>', 'unified social credit code of the enterprise');
const PERSON = () =>
  option(
    '--person <id>',
    'the sub of the person’s tokens, as yiwang token --user has it',
  ).makeOptionMandatory();

export const MANDATE_STEPS: readonly Step[] = [
  {
    name: 'give',
    description: 'Lets a person act for an enterprise as its agent 代办人, for its legal representative.',
    mutation: 'giveMandate',
    arguments: [USCC()],
    options: [
      PERSON(),
      option(
        '--items <codes>',
        'basic codes of service items, with commas between them; all matters when left out',
      ).argParser(list),
      day('--until <day>', 'the last day, at most three years ahead').makeOptionMandatory(),
    ],
    types: { input: 'MandateInput!' },
    variables: ([uscc], { person, items, until }) => ({ input: { uscc, person, items, until } }),
    version: null,
  },
  {
    name: 'revoke',
    description: 'Ends a mandate at once 撤销; every department knows within a second.',
    mutation: 'revokeMandate',
    arguments: [new Argument('<id>', 'of the mandate, such as M-2026-00000017')],
    options: [option('--reason <text>', 'why; it is kept').makeOptionMandatory()],
    types: { id: 'ID!', reason: 'String!' },
    variables: ([id], { reason }) => ({ id, reason }),
    version: 'Int',
  },
  {
    name: 'register',
    description:
      'Registers who is the legal representative 法定代表人, for officials (scope mandates:register); ends the mandate of the one before.',
    mutation: 'registerLegalRepresentative',
    arguments: [USCC()],
    options: [
      PERSON(),
      option(
        '--reason <text>',
        'what it is registered by, such as the number of the change of registration',
      ).makeOptionMandatory(),
    ],
    types: { input: 'LegalRepresentativeInput!' },
    variables: ([uscc], { person, reason }) => ({ input: { uscc, person, reason } }),
    version: null,
  },
];
