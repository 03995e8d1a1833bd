import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilter, withFilter } from '../app/pages/catalogue/items/filter.ts';
import { best, inOrder, type Offer } from '../app/pages/catalogue/items/offers.ts';
import { answersOf, questionsOf } from '../app/pages/catalogue/items/questions.ts';

const FORM = {
  type: 'object',
  properties: {
    name: { type: 'string', title: '名称' },
    premises: {
      type: 'object',
      properties: { areaM2: { type: 'number', title: '面积', 'x-title-en': 'Area' } },
    },
    byCommitment: { type: 'boolean', title: '告知承诺' },
    filedBy: { type: 'string', title: '办理人', oneOf: [{ const: 'AGENT', title: '代理人' }] },
  },
};
const RULES = {
  rows: [
    { when: { filedBy: { const: 'AGENT' }, 'premises.areaM2': { minimum: 500 } } },
    { when: { byCommitment: {} } },
  ],
};

test('only what the rules read is asked, in the order of the form', () => {
  const questions = questionsOf(FORM, RULES);
  expect(questions.map(({ path, kind }) => [path, kind])).toEqual([
    ['premises.areaM2', 'number'],
    ['byCommitment', 'flag'],
    ['filedBy', 'choice'],
  ]);
  expect(questions[0]).toMatchObject({ title: '面积', titleEn: 'Area' });
  expect(questionsOf(null, null)).toEqual([]);
});

test('answers of an address have the types of the form, and what is no question is not read', () => {
  const query = new URLSearchParams(
    'a.premises.areaM2=120.5&a.byCommitment=false&a.filedBy=&a.name=x&a.__proto__=y&by=days',
  );
  expect(answersOf(questionsOf(FORM, RULES), query)).toEqual({
    answers: { premises: { areaM2: 120.5 }, byCommitment: false },
    count: 2,
  });
  const wrong = answersOf(questionsOf(FORM, RULES), new URLSearchParams('a.premises.areaM2=big'));
  expect(wrong.answers).toEqual({ premises: { areaM2: 'big' } });
});

const offer = fc.record({
  code: fc.string({ minLength: 1 }),
  region: fc.option(fc.record({ code: fc.string(), name: fc.constant(null), fullName: fc.constant(null) })),
  promisedDays: fc.option(fc.nat(60)),
  visits: fc.option(fc.nat(3)),
  feeCny: fc.option(fc.nat(500)),
  onlineDepth: fc.option(fc.integer({ min: 1, max: 8 })),
});

test('offers are sorted with the best first and those without a promise last', () => {
  fc.assert(
    fc.property(fc.array(offer), (offers: Offer[]) => {
      const days = inOrder(offers, 'days').map(({ promisedDays }) => promisedDays ?? Infinity);
      expect(days).toEqual(days.toSorted((one, other) => one - other));
      const depths = inOrder(offers, 'depth').map(({ onlineDepth }) => onlineDepth ?? 0);
      expect(depths).toEqual(depths.toSorted((one, other) => other - one));
    }),
  );
});

test('an offer is the best only where others promise less', () => {
  const of = (promisedDays: number | null, onlineDepth: number): Offer => ({
    code: 'x',
    region: null,
    promisedDays,
    visits: 0,
    feeCny: null,
    onlineDepth,
  });
  const offers = [of(5, 7), of(3, 8), of(null, 7)];
  expect(best(offers, 'days')).toBe(3);
  expect(best(offers, 'depth')).toBe(8);
  expect(best(offers, 'visits')).toBeNull();
  expect(best(offers, 'fee')).toBeNull();
});

test('a filter keeps what is one, and takes the preferred region where none is given', () => {
  const read = (query: string) => readFilter(new URLSearchParams(query), '3205');
  expect(read('')).toMatchObject({ text: '', region: '3205', type: null, noVisit: false, department: null });
  expect(read('region=32&type=LICENCE&noVisit=1&department=11320000YW0000311U')).toMatchObject({
    region: '32',
    type: 'LICENCE',
    noVisit: true,
    department: '11320000YW0000311U',
  });
  expect(read("region=3&type=x&noVisit=yes&department='")).toMatchObject({
    region: '3205',
    type: null,
    noVisit: false,
    department: null,
  });
  expect(withFilter('?text=a&after=b', { region: '32' })).toBe('/items?text=a&region=32');
  expect(withFilter('?after=b&text=a', { text: null })).toBe('/items');
});
