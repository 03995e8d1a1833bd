import { readFileSync } from 'node:fs';
import { type EnumTypeDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { CASE_ADVICE, LAND_CASE_ADVICE, REGISTRATION_ADVICE } from '../src/cases/advice.ts';
import { MANDATE_ADVICE } from '../src/mandates/advice.ts';
import { MATTER_CASE_ADVICE, MATTER_VERSION_ADVICE } from '../src/matters/advice.ts';

test.each([
  ['CaseErrorCode', 'permits', CASE_ADVICE],
  ['MandateErrorCode', 'enterprises', MANDATE_ADVICE],
  ['MatterCaseErrorCode', 'services', MATTER_CASE_ADVICE],
  ['MatterVersionErrorCode', 'services', MATTER_VERSION_ADVICE],
] as const)('every code of %s has its advice, and there is none for another', (type, department, advice) => {
  expect(Object.keys(advice).sort()).toEqual(codesOf(type, department).sort());
});

test.each([
  ['RegistrationErrorCode', 'enterprises', REGISTRATION_ADVICE],
  ['LandCaseErrorCode', 'land', LAND_CASE_ADVICE],
] as const)(
  'what is advised on cases elsewhere is about codes of %s, of those of permits all',
  (type, department, advice) => {
    const codes = codesOf(type, department);
    expect(codes).toEqual(expect.arrayContaining(Object.keys(advice)));
    const shared = codes.filter((code) => code in CASE_ADVICE);
    expect(shared.filter((code) => !(code in advice) && !ONLY_IN_FILING.includes(code))).toEqual([]);
    for (const each of Object.values(advice))
      expect(each).not.toMatch(/case \w+( NUMBER)?(?! --at|.*NUMBER)$/);
  },
);

/** Codes of both that no step of an official or an applicant gives. */
const ONLY_IN_FILING = ['WRONG_REGION'];

function codesOf(type: string, department: string): string[] {
  const schema = readFileSync(
    new URL(`../../../subgraphs/${department}/schema.graphql`, import.meta.url),
    'utf8',
  );
  const codes = parse(schema).definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === 'EnumTypeDefinition' && definition.name.value === type,
  );
  return codes!.values!.map(({ name }) => name.value);
}
