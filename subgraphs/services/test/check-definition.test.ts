import { expect, test } from 'vitest';
import { MATTERS } from '../seed/matters/matters.ts';
import { checkDefinition } from '../src/definition/check-definition.ts';
import { checkDocuments } from '../src/definition/check-documents.ts';
import type { MatterDefinition } from '../src/definition/definition.ts';

const [opening] = MATTERS.map(({ definition }) => definition);

/** The definition of opening an enterprise, with something changed in a copy. */
function changed(change: (copy: Changeable) => void): unknown {
  const copy = structuredClone(opening) as unknown as Changeable;
  change(copy);
  return copy;
}

interface Changeable {
  [name: string]: unknown;
  form: { properties: Record<string, unknown> };
  steps: (Record<string, unknown> & {
    do: { document: string; variables: Record<string, unknown> };
    needs: string[];
  })[];
}

test.each(MATTERS)('the definition of $code is sound', async ({ definition }) => {
  expect(checkDefinition(definition)).toEqual([]);
  // Without a gateway nobody can say whether the documents fit the schema; everything else about them is checked.
  expect(await checkDocuments(null, definition)).toMatchObject([{ code: 'GATEWAY_UNAVAILABLE' }]);
});

test.each<[what: string, definition: unknown, code: string, path: string]>([
  ['no object', 'x', 'MALFORMED_DEFINITION', ''],
  ['a member that is unknown', changed((one) => (one['colour'] = 'red')), 'MALFORMED_DEFINITION', ''],
  ['no steps', changed((one) => (one.steps = [])), 'MALFORMED_DEFINITION', 'steps'],
  [
    'a step of an unknown kind',
    changed((one) => (one.steps[0]!['kind'] = 'MAGIC')),
    'MALFORMED_DEFINITION',
    'steps.0.kind',
  ],
  [
    'two steps of one name',
    changed((one) => (one.steps[2]!['name'] = 'name')),
    'MALFORMED_DEFINITION',
    'steps.name',
  ],
  [
    'a form without titles',
    changed((one) => (one.form.properties['x'] = { type: 'string', maxLength: 1 })),
    'MALFORMED_FORM',
    'form.properties.x',
  ],
  [
    'a need that is no step',
    changed((one) => one.steps[0]!.needs.push('nothing')),
    'UNKNOWN_STEP',
    'steps.name.needs',
  ],
  ['a circle', changed((one) => one.steps[0]!.needs.push('tax')), 'CIRCULAR_STEPS', 'steps.name.needs'],
  [
    'a value of no field',
    changed((one) => (one.steps[0]!.do.variables['input'] = { from: 'form.enterprise.nothing' })),
    'UNKNOWN_SOURCE',
    'steps.name.do',
  ],
  [
    'a value of a step that comes later',
    changed((one) => (one.steps[0]!.do.variables['input'] = { from: 'steps.tax.id' })),
    'UNKNOWN_SOURCE',
    'steps.name.do',
  ],
  [
    'a condition on no field',
    changed((one) => (one.steps[0]!['when'] = 'nothing')),
    'UNKNOWN_SOURCE',
    'steps.name.when',
  ],
])('%s is found', (_what, definition, code, path) => {
  expect(
    checkDefinition(definition).map((one) => ({ code: one.code, path: one.path.join('.') })),
  ).toContainEqual({
    code,
    path: expect.stringContaining(path) as string,
  });
});

test.each<[what: string, document: string, message: string]>([
  ['no GraphQL', 'mutation {', 'Syntax Error'],
  [
    'a query',
    'query ($input: X, $idempotencyKey: ID!) { a(x: $input, k: $idempotencyKey) }',
    'must be a mutation',
  ],
  [
    'two roots',
    'mutation ($input: X, $idempotencyKey: ID!) { a(x: $input) { userErrors { code } } b(k: $idempotencyKey) }',
    'one root field',
  ],
  [
    'a fragment',
    'mutation ($input: X, $idempotencyKey: ID!) { a { ...F } } fragment F on A { b }',
    'without fragments',
  ],
  [
    'a variable that nothing gives',
    'mutation ($input: X, $other: X, $idempotencyKey: ID!) { a { userErrors { code message field } } }',
    '$other',
  ],
  [
    'no idempotency key',
    'mutation ($input: X) { a { userErrors { code message field } } }',
    '$idempotencyKey',
  ],
  ['a payload without user errors', 'mutation ($input: X, $idempotencyKey: ID!) { a { b } }', 'userErrors'],
  [
    'a payload with two results',
    'mutation ($input: X, $idempotencyKey: ID!) { a { b c userErrors { code message field } } }',
    'at most one more',
  ],
])('a document that is %s is found', async (_what, document, message) => {
  const definition = changed((one) => (one.steps[0]!.do.document = document)) as MatterDefinition;
  expect(await checkDocuments(null, definition)).toContainEqual({
    code: 'MALFORMED_DOCUMENT',
    path: ['steps', 'name', 'do'],
    message: expect.stringContaining(message) as string,
  });
});
