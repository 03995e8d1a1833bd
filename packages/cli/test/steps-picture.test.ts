import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { bar, partsBar } from '../src/report/bar.ts';
import { drawSteps } from '../src/matters/steps-picture.ts';

const step = (name: string, state: string, more: object = {}) => ({
  ...{
    name,
    title: '',
    titleEn: '',
    department: 'd',
    kind: 'CASE',
    state,
    departmentCase: null,
    result: null,
    problems: [],
  },
  ...more,
});
const drawn = (steps: Parameters<typeof drawSteps>[0], needs: Record<string, string[]> | null) =>
  stripVTControlCharacters(drawSteps(steps, needs && new Map(Object.entries(needs))))
    .split('\n')
    .slice(1);

test('each step stands beneath the last one that it needs, and says what it waits for', () => {
  const steps = [
    step('a', 'DONE', { result: { number: 'A-1', id: 'N-7', gone: null } }),
    step('b', 'AT_OFFICE', { departmentCase: 'B-1' }),
    step('c', 'SKIPPED'),
    step('d', 'WAITING'),
    step('e', 'RETURNED', { problems: [{ code: 'TAKEN', message: 'It is taken.', about: 'name' }] }),
    step('f', 'WAITING'),
  ];
  const needs = { a: [], b: ['a'], c: ['a'], d: ['a', 'b', 'c'], e: [], f: ['d', 'e'] };
  expect(drawn(steps, needs).map((line) => line.replaceAll(/ {2,}/g, '  '))).toEqual(
    [
      '✓ a  d  done  id N-7',
      '● ├─ b  d  people decide  B-1',
      '○ │  └─ d  d  waiting  waits for b',
      '○ │  └─ f  d  waiting  waits for d, e',
      '– └─ c  d  skipped',
      '! e  d  returned to the applicant',
      '✗ name: It is taken. [TAKEN]',
    ].map((line, i) => (i === 6 ? expect.stringContaining(line) : line)),
  );
});

test('where it is not known what steps need, they are listed; needs in a circle end', () => {
  const steps = [step('a', 'WAITING'), step('b', 'DONE')];
  expect(drawn(steps, null)).toEqual([
    expect.stringMatching(/^○ a +d +waiting$/),
    expect.stringMatching(/^✓ b +d +done$/),
  ]);
  expect(() => drawn(steps, { a: ['b'], b: ['a'] })).not.toThrow();
});

test('bars are exact to an eighth, and end at their width; no part is lost', () => {
  expect([0, 1 / 16, 0.5, 1, 3].map((share) => bar(share, 2))).toEqual(['', '▏', '█', '██', '██']);
  expect(
    partsBar(
      [
        ['█', 99],
        ['▒', 0.1],
        ['·', 0],
      ],
      10,
    ),
  ).toBe('██████████▒');
  expect(partsBar([['█', 0]], 10)).toBe('');
});
