import { readFileSync } from 'node:fs';
import { type EnumTypeDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { CASE_ADVICE } from '../src/cases/advice.ts';
import { MANDATE_ADVICE } from '../src/mandates/advice.ts';

test.each([
  ['CaseErrorCode', 'permits', CASE_ADVICE],
  ['MandateErrorCode', 'enterprises', MANDATE_ADVICE],
] as const)('every code of %s has its advice, and there is none for another', (type, department, advice) => {
  const schema = readFileSync(
    new URL(`../../../subgraphs/${department}/schema.graphql`, import.meta.url),
    'utf8',
  );
  const codes = parse(schema).definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === 'EnumTypeDefinition' && definition.name.value === type,
  );
  expect(Object.keys(advice).sort()).toEqual(codes!.values!.map(({ name }) => name.value).sort());
});
