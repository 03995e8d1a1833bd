import { ERROR_CODES } from '@yiwang/errors';
import { expect, test } from 'vitest';
import { type Answer, missingDepartments, neededGrants, problemsAt } from '../src/index.ts';
import { RETRYABLE_CODES, toProblem } from '../src/problems.ts';

const problem = (path: (string | number)[], code: string, extensions: object = {}) =>
  toProblem({ message: code, path, extensions: { code, ...extensions } });

const ANSWER: Answer<unknown> = {
  data: {
    enterprise: {
      name: '京桥',
      taxpayer: { arrears: null },
      permits: null,
      branches: [{ taxpayer: { arrears: null } }],
    },
    region: null,
  },
  problems: [
    problem(['enterprise', 'permits'], 'DEPARTMENT_UNAVAILABLE', { department: 'permits' }),
    problem(['enterprise', 'taxpayer', 'arrears'], 'UNAUTHORIZED_FIELD', {
      coordinate: 'Taxpayer.arrears',
      reason: 'GRANT',
      resource: '372941/tax.Taxpayer',
      sharing: 'CONDITIONAL',
      applyFor: ['Taxpayer.arrears'],
      howTo: 'Apply.',
    }),
    problem(['enterprise', 'branches', 0, 'taxpayer', 'arrears'], 'UNAUTHORIZED_FIELD', {
      coordinate: 'Taxpayer.arrears',
      reason: 'GRANT',
      applyFor: ['Taxpayer.arrears', 'Taxpayer.id'],
    }),
    problem(['region', 'parent', 'name'], 'DEPARTMENT_ERROR', { department: 'enterprises' }),
    problem(['region', 'code'], 'MALFORMED_CODE', { department: 'enterprises', reason: 'LENGTH' }),
  ],
};
const codesAt = (...path: (string | number)[]) => problemsAt(ANSWER, path).map(({ code }) => code);

test('problems are found at a place, beneath it, and where a null above took it along', () => {
  expect(codesAt('enterprise', 'permits')).toEqual(['DEPARTMENT_UNAVAILABLE']);
  expect(codesAt('enterprise', 'permits', 'edges', 0)).toEqual(['DEPARTMENT_UNAVAILABLE']);
  expect(codesAt('enterprise', 'taxpayer')).toEqual(['UNAUTHORIZED_FIELD']);
  expect(codesAt('enterprise', 'name')).toEqual([]);
  expect(codesAt('enterprise', 'branches', 0)).toEqual(['UNAUTHORIZED_FIELD']);
  // The name of the region is gone because of its parent.
  expect(codesAt('region', 'name')).toEqual(['DEPARTMENT_ERROR', 'MALFORMED_CODE']);
  expect(codesAt()).toHaveLength(5);
});

test('a denial is the problem of its field in all rows, a department’s refusal that of its own row', () => {
  const row = { arrears: null, refunds: null };
  const problems = [
    problem(['taxpayers', 0, 'arrears'], 'UNAUTHORIZED_FIELD', {
      coordinate: 'Taxpayer.arrears',
      reason: 'GRANT',
    }),
    problem(['taxpayers', 0, 'refunds'], 'OUTSIDE_GRANT', { coordinate: 'Taxpayer.refunds' }),
  ];
  const answer = { data: { taxpayers: [row, row] }, problems };
  expect(problemsAt(answer, ['taxpayers', 0])).toEqual(problems);
  expect(problemsAt(answer, ['taxpayers', 1])).toEqual([problems[0]]);
  expect(problemsAt(answer, ['taxpayers', 1, 'arrears'])).toEqual([problems[0]]);
});

test('without any data, what went wrong is the problem of each place', () => {
  const answer = { data: null, problems: [toProblem({ extensions: { code: 'NOT_READY' } })] };
  expect(problemsAt(answer, ['enterprise', 'name'])).toHaveLength(1);
});

test('a part that did not come is no problem of what is there', () => {
  const problems = [toProblem({ extensions: { code: 'NO_ANSWER' } })];
  const answer = { data: { enterprise: { name: '京桥' } }, problems };
  expect(problemsAt(answer, ['enterprise', 'name'])).toEqual([]);
  expect(problemsAt(answer, ['enterprise', 'permits'])).toHaveLength(1);
});

test('missing departments are those that failed, not those that refused an argument', () => {
  expect(missingDepartments(ANSWER)).toEqual(['permits', 'enterprises']);
});

test('a grant is needed once, however many selections miss it', () => {
  expect(neededGrants(ANSWER)).toEqual([
    {
      coordinate: 'Taxpayer.arrears',
      resource: '372941/tax.Taxpayer',
      sharing: 'CONDITIONAL',
      applyFor: ['Taxpayer.arrears', 'Taxpayer.id'],
      howTo: 'Apply.',
      paths: [
        ['enterprise', 'taxpayer', 'arrears'],
        ['enterprise', 'branches', 0, 'taxpayer', 'arrears'],
      ],
    },
  ]);
});

test('the codes to try again with are those of docs/errors.md', () => {
  const codes = Object.entries(ERROR_CODES).flatMap(([code, { retry }]) => (retry === 'never' ? [] : [code]));
  expect([...RETRYABLE_CODES].sort()).toEqual(codes.sort());
});
