import { readdirSync, readFileSync } from 'node:fs';
import { buildApiSchema, composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { APPLICANT_STEPS, FORM_STEPS, WITHDRAW } from '../src/cases/applicant-steps.ts';
import { CASE_DEPARTMENTS } from '../src/cases/departments.ts';
import { listDocument } from '../src/cases/list.ts';
import { OFFICIAL_STEPS } from '../src/cases/official-steps.ts';
import { CASE_KIND, FORM_KIND, stepAt } from '../src/cases/steps.ts';
import { stepDocument } from '../src/graph/step.ts';
import {
  MATTER_APPLICANT_STEPS,
  MATTER_CASE_KIND,
  MATTER_FORM_KIND,
  MATTER_FORM_STEPS,
  MATTER_OPERATOR_STEPS,
  MATTER_RETRY,
} from '../src/matters/case-steps.ts';
import { COUNTS, RETRY_ALL } from '../src/matters/retry.ts';
import {
  MATTER_DRAFT,
  MATTER_DRAFT_KIND,
  MATTER_VERSION_KIND,
  MATTER_VERSION_STEPS,
} from '../src/matters/version-steps.ts';

const SUBGRAPHS = new URL('../../../subgraphs/', import.meta.url);

/** The one schema, as the departments of this repository make it. */
const { supergraphSdl } = composeSupergraph(
  readdirSync(SUBGRAPHS).map((name) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    sdl: completeSchema(readFileSync(new URL(`${name}/schema.graphql`, SUBGRAPHS), 'utf8')),
  })),
);
const schema = buildApiSchema(parse(supergraphSdl));

const problemsOf = (document: string) => validate(schema, parse(document)).map(({ message }) => message);

test.each(Object.entries(CASE_DEPARTMENTS))(
  'what commands on cases ask of %s is in the schema',
  (at, department) => {
    const { one, changed, mine, inbox, selection, followed, whole, lacks } = department;
    const documents = [
      `query Show($number: ID!) { ${one}(number: $number) { ${whole} } }`,
      ...(changed
        ? [`subscription Follow($number: ID!) { ${changed}(number: $number) { ${followed} } }`]
        : []),
      ...[mine, inbox].map(({ field, filter }) => listDocument(field, filter, selection)),
      ...[WITHDRAW, ...OFFICIAL_STEPS]
        .filter(({ name }) => !lacks.steps.includes(name))
        .map((given) => stepAt(given, { at }))
        .map(({ kind, step }) => stepDocument(kind, step)),
    ];
    expect(documents.flatMap(problemsOf)).toEqual([]);
  },
);

test('a step that cases of a department are said to lack is not in the schema', () => {
  const mutations = schema.getMutationType()!.getFields();
  const lacked = Object.values(CASE_DEPARTMENTS).flatMap(({ lacks, suffix }) =>
    [WITHDRAW, ...OFFICIAL_STEPS]
      .filter(({ name }) => lacks.steps.includes(name))
      .map(({ mutation }) => mutation.replace('Case', suffix)),
  );
  expect(lacked).toEqual(['withdrawRegistration']);
  expect(lacked.filter((name) => name in mutations)).toEqual([]);
});

test.each([
  ['forms of cases', FORM_KIND, FORM_STEPS],
  ['applicants of cases', CASE_KIND, APPLICANT_STEPS],
  ['forms of matters', MATTER_FORM_KIND, MATTER_FORM_STEPS],
  ['applicants of matters', MATTER_CASE_KIND, MATTER_APPLICANT_STEPS],
  ['operators of matters', MATTER_CASE_KIND, [MATTER_RETRY, ...MATTER_OPERATOR_STEPS]],
  ['drafts of matters', MATTER_DRAFT_KIND, [MATTER_DRAFT]],
  ['versions of matters', MATTER_VERSION_KIND, MATTER_VERSION_STEPS],
] as const)('the steps of %s are in the schema', (_what, kind, steps) => {
  expect(steps.flatMap((step) => problemsOf(stepDocument(kind, step)))).toEqual([]);
});

test('what the retry of all steps asks is in the schema', () => {
  expect([COUNTS, RETRY_ALL].flatMap(problemsOf)).toEqual([]);
});
