import type { CaseAction } from '@yiwang/subgraph-kit/cases';
import type { MatterAction } from '../history.ts';
import type { Random } from '@yiwang/testing/random-graph';
import type { FormSchema } from '@yiwang/subgraph-kit/forms';
import { fillForm } from './fill-form.ts';

/** A command of the schema, as a user sends it. */
export interface Command {
  /** Name of the mutation. */
  name: string;
  /** What it may be in the timeline. */
  actions: readonly (CaseAction | MatterAction)[];
  /** Types of its arguments besides number, version and key. */
  types: Readonly<Record<string, string>>;
  arguments: Readonly<Record<string, unknown>>;
  /** Member of the payload that holds what it changed. */
  result: 'case' | 'matterCase';
}

/** @param form of the item; null for an official, who fills in none */
type Make = (random: Random, form: FormSchema | null) => Command;

function command(
  name: string,
  actions: readonly CaseAction[],
  types: Command['types'] = {},
  makeArguments: (random: Random, form: FormSchema | null) => Command['arguments'] = () => ({}),
): Make {
  return (random, form) => ({ name, actions, types, arguments: makeArguments(random, form), result: 'case' });
}

/** The command that begins a case. */
export function startCase(input: Readonly<Record<string, unknown>>): Command {
  return {
    name: 'startCase',
    actions: ['START'],
    types: { input: 'CaseInput!' },
    arguments: { input },
    result: 'case',
  };
}

const reason = (text: string) => () => ({ reason: text });

const save = command('saveCase', ['SAVE'], { form: 'JSON!' }, (random, form) => ({
  form: fillForm(form!, random, true),
}));
const submit = command('submitCase', ['SUBMIT', 'RESUBMIT']);
const withdraw = command('withdrawCase', ['WITHDRAW'], { reason: 'String' }, reason('不办了'));
const rate = command('rateCase', ['RATE'], { stars: 'Int!' }, (random) => ({ stars: 1 + random.below(5) }));

const giveBack = command('returnCase', ['RETURN'], { defects: '[CaseDefectInput!]!' }, () => ({
  defects: [{ about: 'address', problem: '请补充地址' }],
}));
const decline = command('declineCase', ['DECLINE'], { reason: 'String!' }, reason('不属于受理范围'));
const accept = command('acceptCase', ['ACCEPT']);
const commit = command('acceptCase', ['ACCEPT_ON_COMMITMENT'], { commitment: 'CaseCommitmentInput' }, () => ({
  commitment: { text: '承诺符合条件', signedBy: '张三' },
}));
const review = command('startCaseReview', ['START_REVIEW']);
const suspend = command('suspendCase', ['SUSPEND'], { reason: 'String!' }, reason('现场核查'));
const resume = command('resumeCase', ['RESUME']);
const grant = command('decideCase', ['DECIDE'], { decision: 'CaseDecision!' }, () => ({
  decision: 'GRANTED',
}));
const deny = command('decideCase', ['DECIDE'], { decision: 'CaseDecision!', reason: 'String' }, () => ({
  decision: 'DENIED',
  reason: '不符合条件',
}));
const deliver = command('deliverCase', ['DELIVER']);

/** What an applicant does with a case of his: the likelier, the more often it stands there. */
export const APPLICANT_STEPS: Readonly<Record<string, readonly Make[]>> = {
  DRAFT: [save, save, save, submit, submit, submit, submit, submit, submit, withdraw],
  RETURNED: [save, submit, submit, submit],
  SUBMITTED: [withdraw],
  UNDER_REVIEW: [withdraw],
  DELIVERED: [rate],
};

/** What an official does with a case of the office, by the names of permits. */
const OFFICIAL_STEPS: Readonly<Record<string, readonly Make[]>> = {
  SUBMITTED: [accept, accept, accept, accept, commit, giveBack, giveBack, decline],
  ACCEPTED: [review],
  UNDER_REVIEW: [grant, grant, grant, grant, suspend, deny],
  SUSPENDED: [resume],
  DECIDED: [deliver],
};

/** How a department names what its officials ask and do. */
export interface Desk {
  department: string;
  /** Query of one case. */
  one: string;
  inbox: string;
  /** What ends the names of steps, or stands before Review. */
  suffix: string;
}

export const DESKS: Readonly<Record<'permits' | 'enterprises' | 'land', Desk>> = {
  permits: { department: 'permits', one: 'case', inbox: 'caseInbox', suffix: 'Case' },
  enterprises: {
    department: 'enterprises',
    one: 'registrationCase',
    inbox: 'registrationInbox',
    suffix: 'Registration',
  },
  land: { department: 'land', one: 'landCase', inbox: 'landCaseInbox', suffix: 'LandCase' },
};

/** What an official may do with a case of a desk in a state. */
export function stepsAt({ department, suffix }: Desk, state: string, random: Random): Command | null {
  const makes = OFFICIAL_STEPS[state]?.filter((make) => department === 'permits' || make !== commit);
  if (!makes) return null;
  const made = random.pick(makes)(random, null);
  return { ...made, name: made.name.replace('Case', suffix) };
}
