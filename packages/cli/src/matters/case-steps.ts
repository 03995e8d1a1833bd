import { Argument } from 'commander';
import { CONFIRM, DISPUTE } from '../cases/prefill-steps.ts';
import type { Step, StepKind } from '../graph/step.ts';
import { option } from '../sharing/action-options.ts';
import { readJson } from '../shared/files.ts';
import { MATTER_CASE_ADVICE } from './advice.ts';
import { MATTER_CASE, MATTER_CASE_WITH_FORM, type MatterCase, type MatterCaseWithForm } from './answers.ts';
import { describeMatterCases, describeMatterCaseWithForm } from './describe.ts';
import { type MatterOptions, NUMBER_MEANS, readMatterCase } from './show.ts';

export const MATTER_CASE_KIND: StepKind = {
  field: 'matterCase',
  selection: MATTER_CASE,
  describe: (one: MatterCase) => describeMatterCases([one]),
  advice: MATTER_CASE_ADVICE,
  goesOnByItself: true,
  show: ([number]) => `matter show ${number}`,
  async readVersion(options: MatterOptions, [number]: readonly string[], isOfficial: boolean) {
    return (await readMatterCase<{ version: number }>(options, number!, 'version', isOfficial)).version;
  },
};

/** The steps by which a form is filled in: they show it. */
export const MATTER_FORM_KIND: StepKind = {
  ...MATTER_CASE_KIND,
  selection: MATTER_CASE_WITH_FORM,
  describe: (one: MatterCaseWithForm) => describeMatterCaseWithForm(one),
};

type Rest = Partial<Pick<Step, 'arguments' | 'options' | 'types' | 'variables' | 'isOfficial' | 'version'>>;

/** A step of an application that is there, with what it names beside the number. */
function ofMatterCase(name: string, description: string, mutation: string, rest: Rest = {}): Step {
  const { arguments: others = [], types = {}, variables } = rest;
  return {
    options: [],
    version: 'Int!',
    ...rest,
    name,
    description,
    mutation,
    arguments: [new Argument('<number>', NUMBER_MEANS), ...others],
    types: { number: 'ID!', ...types },
    async variables(args, given) {
      return { number: args[0], ...(await variables?.(args, given)) };
    },
  };
}

/** Answers from a file. */
const WITH_FORM: Rest = {
  arguments: [new Argument('<file>', 'JSON file with the answers: {"enterprise": {"name": "…"}}')],
  types: { form: 'JSON!' },
  variables: async ([, file]) => ({ form: await readJson('form', file!) }),
};

const REASON = 'why; it is kept';

export const MATTER_FORM_STEPS: readonly Step[] = [
  {
    name: 'start',
    description:
      'Begins an application for a matter as a draft, for yourself or for an enterprise that you act for, and shows its form.',
    mutation: 'startMatterCase',
    arguments: [new Argument('<code>', 'of the matter, as yiwang matter offers lists it')],
    options: [
      option('--region <code>', 'where it is to be done, such as 3201').makeOptionMandatory(),
      option('--for <uscc>', 'the enterprise that applies; you yourself when left out'),
      option('--form <file>', 'JSON file with the answers in the form, as far as they have come'),
    ],
    types: { input: 'MatterCaseInput!' },
    async variables([matter], { region, for: applicant, form }) {
      const answers = form === undefined ? undefined : await readJson('form', form);
      return { input: { matter, applicant, region, form: answers } };
    },
    version: null,
  },
  ofMatterCase(
    'prefill',
    'Fills in what other departments hold 免填, where the form is not answered yet.',
    'prefillMatterCase',
  ),
  ofMatterCase(
    'confirm',
    'Says that a value which was filled in is right 属实.',
    'answerMatterPrefill',
    CONFIRM,
  ),
  ofMatterCase(
    'dispute',
    'Says what is wrong with a value that was filled in 有异议; it is reported to the department that owns it.',
    'answerMatterPrefill',
    DISPUTE,
  ),
  ofMatterCase(
    'save',
    'Saves the answers of a draft 暂存, in place of those before.',
    'saveMatterCase',
    WITH_FORM,
  ),
];

export const MATTER_APPLICANT_STEPS: readonly Step[] = [
  ofMatterCase('submit', 'Submits a draft 提交: the departments begin at once.', 'submitMatterCase'),
  ofMatterCase(
    'complete',
    'Corrects what departments have returned 补正, with all answers of the form.',
    'completeMatterCase',
    WITH_FORM,
  ),
  ofMatterCase(
    'withdraw',
    'Withdraws an application 撤回: what departments have done is undone, the last step first.',
    'withdrawMatterCase',
    {
      options: [option('--reason <text>', REASON)],
      types: { reason: 'String' },
      variables: (_args, { reason }) => ({ reason }),
    },
  ),
];

const STEP = new Argument('<step>', 'name of the step, such as tax');

/** Its arguments are left out with `--all`: see `retryCommand`. */
export const MATTER_RETRY: Step = {
  ...ofMatterCase('retry', 'Tries a step again that is stuck, or all that are.', 'retryMatterStep', {
    types: { step: 'String!' },
    variables: ([, step]) => ({ step }),
    isOfficial: true,
    version: null,
  }),
  arguments: [new Argument('[number]', NUMBER_MEANS), new Argument('[step]', STEP.description)],
};

export const MATTER_OPERATOR_STEPS: readonly Step[] = [
  ofMatterCase(
    'skip',
    'Leaves a step out that is stuck or returned: what needs it goes on. What the department may have done is not undone.',
    'skipMatterStep',
    {
      arguments: [STEP],
      options: [option('--reason <text>', REASON).makeOptionMandatory()],
      types: { step: 'String!', reason: 'String!' },
      variables: ([, step], { reason }) => ({ step, reason }),
      isOfficial: true,
    },
  ),
  ofMatterCase('undo', 'Undoes an application that cannot go on: it ends as failed.', 'undoMatterCase', {
    options: [option('--reason <text>', REASON).makeOptionMandatory()],
    types: { reason: 'String!' },
    variables: (_args, { reason }) => ({ reason }),
    isOfficial: true,
  }),
];
