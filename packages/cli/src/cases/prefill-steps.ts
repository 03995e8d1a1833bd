import { Argument } from 'commander';
import type { Step } from '../graph/step.ts';
import { option } from '../sharing/action-options.ts';

type Answer = Required<Pick<Step, 'arguments' | 'options' | 'types' | 'variables'>>;

const FIELD = () => new Argument('<field>', 'of the form, such as enterpriseName or premises.areaM2');
const TYPES = { field: 'String!', isRight: 'Boolean!' };

/** How somebody answers to a value that was filled in; whatever number stands before. */
export const CONFIRM: Answer = {
  arguments: [FIELD()],
  options: [],
  types: TYPES,
  variables: ([, field]) => ({ field, isRight: true }),
};
export const DISPUTE: Answer = {
  arguments: [FIELD()],
  options: [
    option('--problem <text>', 'what is wrong about it').makeOptionMandatory(),
    option('--proposal <text>', 'what it should be'),
  ],
  types: { ...TYPES, problem: 'String', proposal: 'String' },
  variables: ([, field], { problem, proposal }) => ({ field, isRight: false, problem, proposal }),
};
