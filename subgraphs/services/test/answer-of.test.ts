import { expect, test } from 'vitest';
import { MATTERS } from '../seed/matters/matters.ts';
import { answerOf } from '../src/definition/answer-of.ts';
import { stepOf } from '../src/definition/definition.ts';

const definitionOf = (code: string) => MATTERS.find((one) => one.code === code)!.definition;
const BUILDING = definitionOf('YJS320000003');
const OPENING = definitionOf('YJS320000001');

test.each([
  ['a field of the department', BUILDING, 'land', 'location', 'project.address'],
  [
    'its whole path in the call',
    OPENING,
    'registration',
    'input.details.capitalCny',
    'enterprise.capitalCny',
  ],
  ['a part of the path', OPENING, 'registration', 'details.address', 'enterprise.address'],
  ['a field within a form of the department', OPENING, 'seal', 'premises.areaM2', 'seal.areaM2'],
  ['a field of a machine step', OPENING, 'name', 'name', 'enterprise.name'],
  ['nothing in particular', OPENING, 'name', null, null],
  ['what no call has', OPENING, 'registration', 'colour', null],
  ['what the form does not ask', OPENING, 'registration', 'person', null],
  ['the end of a name only', OPENING, 'registration', 'ddress', null],
])('%s leads to the field of the form', (_what, definition, step, about, answer) => {
  expect(answerOf(stepOf(definition, step), about)).toBe(answer);
});
