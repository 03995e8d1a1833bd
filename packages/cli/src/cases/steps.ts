import { Argument } from 'commander';
import type { Step, StepKind } from '../graph/step.ts';
import { CASE_ADVICE } from './advice.ts';
import { CASE, CASE_WITH_FORM, type Case, type CaseWithForm } from './answers.ts';
import { describeCases, describeCaseWithForm } from './describe.ts';
import { NUMBER_MEANS, readCase } from './show.ts';

export const CASE_KIND: StepKind = {
  field: 'case',
  selection: CASE,
  describe: (one: Case) => describeCases([one]),
  advice: CASE_ADVICE,
  async readVersion(options, number, isOfficial) {
    return (await readCase<{ version: number }>(options, number, 'version', isOfficial)).version;
  },
};

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
