import type { Action, ActionOption } from './action.ts';
import { needed, option, reason } from './action-options.ts';

const REPORT = { argument: 'number', means: 'of the report, such as SC2026000003' };

export const CORRECTION_ACTIONS: readonly Action[] = [
  {
    name: 'report',
    description: 'Reports wrong data to the department that owns it 提出疑义.',
    mutation: 'reportCorrection',
    answers: 'correction',
    target: null,
    options: [
      needed('coordinate', option('--field <name>', 'what is wrong: Enterprise.name')),
      needed('subject', option('--subject <key>', 'whose data it is: the key of the object, such as a USCC')),
      needed('problem', option('--problem <text>', 'what is wrong about it')),
      { argument: 'evidence', option: option('--evidence <text>', 'what shows that') },
      { argument: 'proposal', option: option('--proposal <text>', 'what it should be') },
      {
        argument: 'department',
        option: option('--department <name>', 'who answers, where several departments have the field'),
      },
    ],
  },
  ofCorrection('withdraw', 'Takes a report back.', 'withdrawCorrection', [reason(false)]),
  ofCorrection(
    'accept',
    'Agrees that the data is wrong; the department corrects it 属实.',
    'acceptCorrection',
    [{ argument: 'answer', type: 'String', option: option('--answer <text>', 'what is said to the client') }],
  ),
  ofCorrection('refuse', 'Rejects the report, because the data is right 不属实.', 'refuseCorrection', [
    reason(true),
  ]),
  ofCorrection('answer', 'Answers otherwise.', 'answerCorrection', [
    {
      argument: 'answer',
      type: 'String!',
      option: option('--answer <text>', 'what is said').makeOptionMandatory(),
    },
  ]),
];

function ofCorrection(
  name: string,
  description: string,
  mutation: string,
  options: readonly ActionOption[],
): Action {
  return { name, description, mutation, answers: 'correction', target: REPORT, options };
}
