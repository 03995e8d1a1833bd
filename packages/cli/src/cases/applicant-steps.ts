import { Argument } from 'commander';
import type { Step } from '../graph/step.ts';
import { readCount } from '../options/options.ts';
import { option } from '../sharing/action-options.ts';
import { readJson } from '../shared/files.ts';
import { CONFIRM, DISPUTE } from './prefill-steps.ts';
import { ofCase } from './steps.ts';

/** By which a form is filled in. */
export const FORM_STEPS: readonly Step[] = [
  {
    name: 'start',
    description:
      'Begins a case as a draft, for yourself or for an enterprise that you act for, and shows its form.',
    mutation: 'startCase',
    arguments: [new Argument('<item>', 'code of the service item that is applied for, as ServiceItem.code')],
    options: [
      option('--for <uscc>', 'the enterprise that applies; you yourself when left out'),
      option(
        '--region <code>',
        'where it is filed: beneath the region of the item, which it is when left out',
      ),
      option('--form <file>', 'JSON file with the answers in the form, as far as they have come'),
    ],
    types: { input: 'CaseInput!' },
    async variables([item], { for: applicant, region, form }) {
      const answers = form === undefined ? undefined : await readJson('form', form);
      return { input: { item, applicant, region, form: answers } };
    },
    version: null,
  },
  ofCase(
    'prefill',
    'Fills in what other departments hold 免填, where the form is not answered yet.',
    'prefillCase',
  ),
  ofCase('confirm', 'Says that a value which was filled in is right 属实.', 'answerPrefill', CONFIRM),
  ofCase(
    'dispute',
    'Says what is wrong with a value that was filled in 有异议; it is reported to the department that owns it.',
    'answerPrefill',
    DISPUTE,
  ),
  ofCase('save', 'Saves the answers in the form 暂存, in place of those before.', 'saveCase', {
    arguments: [new Argument('<file>', 'JSON file with the answers: {"contact": "林晓岚"}')],
    types: { form: 'JSON!' },
    variables: async ([, file]) => ({ form: await readJson('form', file!) }),
  }),
];

export const APPLICANT_STEPS: readonly Step[] = [
  ofCase(
    'submit',
    'Submits a draft 提交, or a case that was returned and is complete now 补正.',
    'submitCase',
  ),
  ofCase('supply', 'Says that materials have come which were to follow 补交.', 'supplyCaseMaterials', {
    arguments: [new Argument('<materials...>', 'as yiwang case show names them')],
    types: { materials: '[String!]!' },
    variables: ([, materials]) => ({ materials }),
  }),
  ofCase('rate', 'Rates how a case was handled 好差评, once, after it is delivered.', 'rateCase', {
    arguments: [
      new Argument('<stars>', '5 very satisfied 非常满意, 1 very dissatisfied 非常不满意').argParser(
        readCount(1, 5),
      ),
    ],
    options: [option('--comment <text>', 'what is said about it')],
    types: { stars: 'Int!', comment: 'String' },
    variables: ([, stars], { comment }) => ({ stars, comment }),
  }),
];

/** The one step of applicants that other departments have too. */
export const WITHDRAW = ofCase('withdraw', 'Withdraws a case 撤回, until it is decided.', 'withdrawCase', {
  options: [option('--reason <text>', 'why; it is kept')],
  types: { reason: 'String' },
  variables: (_args, { reason }) => ({ reason }),
});
