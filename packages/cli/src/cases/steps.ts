import { Argument } from 'commander';
import type { KindOption, Step, StepKind } from '../graph/step.ts';
import { CommandError } from '../shared/command-error.ts';
import { CASE_ADVICE } from './advice.ts';
import { CASE, CASE_WITH_FORM, type Case, type CaseWithForm } from './answers.ts';
import { type AtOptions, atOption, departmentOf } from './departments.ts';
import { describeCases, describeCaseWithForm } from './describe.ts';
import { type CaseOptions, NUMBER_MEANS, readCase } from './show.ts';

export const CASE_KIND: StepKind = {
  field: 'case',
  selection: CASE,
  describe: (one: Case) => describeCases([one]),
  advice: CASE_ADVICE,
  show: ([number]) => `case show ${number}`,
  readVersion: readVersionOf,
};

/** @param args the number of the case comes first */
async function readVersionOf(
  options: CaseOptions,
  [number]: readonly string[],
  isOfficial: boolean,
): Promise<number> {
  return (await readCase<{ version: number }>(options, number!, 'version', isOfficial)).version;
}

/** The steps by which a form is filled in: they show it. */
export const FORM_KIND: StepKind = {
  ...CASE_KIND,
  selection: CASE_WITH_FORM,
  describe: (one: CaseWithForm) => describeCaseWithForm(one),
};

/** A step of a case that is there, with what it names beside the number. */
export function ofCase(
  name: string,
  description: string,
  mutation: string,
  rest: Partial<Pick<Step, 'arguments' | 'options' | 'types' | 'variables' | 'isOfficial'>> = {},
): Step {
  const { arguments: others = [], options = [], types = {}, variables, isOfficial } = rest;
  return {
    name,
    description,
    mutation,
    arguments: [new Argument('<number>', NUMBER_MEANS), ...others],
    options,
    types: { number: 'ID!', ...types },
    async variables(args, given) {
      return { number: args[0], ...(await variables?.(args, given)) };
    },
    version: 'Int!',
    ...(isOfficial && { isOfficial }),
  };
}

/** `--at`, by which a step is taken on a case of another department. */
export function elsewhere(step: Step): KindOption {
  return { option: atOption(), choose: (options: AtOptions) => stepAt(step, options) };
}

/** @throws CommandError when the department's cases do not have the step */
export function stepAt(step: Step, options: AtOptions): { kind: StepKind; step: Step } {
  const { at } = options;
  const { suffix, selection, lacks, advice } = departmentOf(options);
  if (lacks.steps.includes(step.name)) {
    throw new CommandError(`Cases of ${at} have no step ${step.name}.`);
  }
  const types = Object.entries(step.types).filter(([name]) => !lacks.arguments.includes(name));
  return {
    kind: { ...CASE_KIND, selection, advice, show: (args) => `${CASE_KIND.show(args)} --at ${at}` },
    step: {
      ...step,
      mutation: step.mutation.replace('Case', suffix),
      types: Object.fromEntries(types),
      async variables(args, given) {
        const variables = Object.entries(await step.variables(args, given));
        const without = variables.filter(([name]) => !lacks.arguments.includes(name));
        const extra = variables.find(
          ([name, value]) => lacks.arguments.includes(name) && value !== undefined,
        );
        if (extra) throw new CommandError(`Cases of ${at} do not take this: ${extra[0]}.`);
        return Object.fromEntries(without);
      },
    },
  };
}
