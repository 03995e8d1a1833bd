import { expect, test } from 'vitest';
import { MATTERS } from '../../seed/matters/matters.ts';
import { checkDefinition } from '../../src/definition/check-definition.ts';
import { checkPrefill } from '../../src/definition/check-prefill.ts';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { createFakeGateway } from './fake-gateway.ts';

const { client } = createFakeGateway();
const BUILDING = MATTERS.find(({ code }) => code === 'YJS320000003')!.definition;

function withPrefill(prefill: MatterDefinition['prefill'], path?: string): MatterDefinition {
  const copy = structuredClone(BUILDING);
  const { project } = copy.form.properties as unknown as {
    project: { properties: { address: { 'x-from'?: string } } };
  };
  if (path !== undefined) project.properties.address['x-from'] = path;
  return { ...copy, prefill };
}
const { document, variables } = BUILDING.prefill!;

test.each(MATTERS)(
  'the prefill of $code fits the schema, and finds by answers what is open alone',
  async (one) => {
    expect(checkDefinition(one.definition)).toEqual([]);
    expect(await checkPrefill(client, one.definition)).toEqual([]);
  },
);

test.each<[what: string, prefill: MatterDefinition['prefill'], code: string]>([
  ['no GraphQL', { document: '{ a', variables }, 'MALFORMED_PREFILL'],
  ['a mutation', { document: 'mutation { a }', variables: {} }, 'MALFORMED_PREFILL'],
  [
    'fragments',
    { document: 'query { a { ...F } } fragment F on A { b }', variables: {} },
    'MALFORMED_PREFILL',
  ],
  [
    'a value of a step, which comes later',
    { document, variables: { ...variables, uscc: { from: 'steps.land.uscc' } } },
    'UNKNOWN_SOURCE',
  ],
  [
    'an answer that the form does not ask',
    { document, variables: { ...variables, parcel: { from: 'form.project.none' } } },
    'UNKNOWN_SOURCE',
  ],
  ['no variables at all', { document } as never, 'MALFORMED_DEFINITION'],
])('a draft tells that its prefill has %s', (_what, prefill, code) => {
  expect(checkDefinition(withPrefill(prefill)).map((one) => one.code)).toEqual([code]);
});

test.each<[what: string, definition: MatterDefinition, code: string, message: string]>([
  ['fields of the form, and no document', withPrefill(null), 'MALFORMED_PREFILL', 'no prefill'],
  [
    'a variable that nothing gives',
    withPrefill({ document, variables: { uscc: variables['uscc']! } }),
    'MALFORMED_PREFILL',
    '$parcel',
  ],
  ['a path of no value', withPrefill(BUILDING.prefill, 'parcel.colour'), 'UNKNOWN_PATH', 'parcel.colour'],
  [
    'what is kept back, found by an answer',
    withPrefill({
      document: document.replace('location', 'location holderName'),
      variables,
    }),
    'MALFORMED_PREFILL',
    'Parcel.holderName would be told',
  ],
  [
    'what is kept back of an enterprise that the form names',
    withPrefill({ document, variables: { ...variables, uscc: { from: 'form.project.enterpriseName' } } }),
    'MALFORMED_PREFILL',
    'Enterprise.parcels would be told',
  ],
])('%s keep a definition from being published', async (_what, definition, code, message) => {
  const problems = await checkPrefill(client, definition);
  expect(new Set(problems.map((one) => one.code))).toEqual(new Set([code]));
  expect(problems[0]!.message).toContain(message);
  expect(problems[0]!.path).toEqual(['prefill']);
});

test('nothing is published while nobody can say whether it fits', async () => {
  const away = { ask: () => Promise.reject(new Error('away')) };
  expect((await checkPrefill(away, BUILDING)).map(({ code }) => code)).toEqual(['GATEWAY_UNAVAILABLE']);
});
