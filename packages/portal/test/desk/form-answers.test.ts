import { expect, test } from 'vitest';
import { answersOfForm } from '../../app/pages/desk/form-answers.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    enterpriseName: { title: '企业名称', 'x-title-en': 'Name', type: 'string' },
    filedBy: { title: '办理人', oneOf: [{ const: 'SELF', title: '本单位人员', 'x-title-en': 'Own staff' }] },
    premises: {
      title: '经营场所',
      'x-title-en': 'Premises',
      type: 'object',
      properties: { areaM2: { title: '面积', 'x-title-en': 'Area', type: 'number' } },
    },
    opensOn: { title: '开始日期', type: 'string', format: 'date' },
    byCommitment: { title: '告知承诺', type: 'boolean' },
  },
};

test('answers stand in the order of the form, by its titles, also those that are missing', () => {
  const answers = answersOfForm(
    SCHEMA,
    { opensOn: '2026-04-01', premises: { areaM2: 12.5 }, filedBy: 'SELF', byCommitment: false },
    [],
  );
  expect(answers.map(({ path, label, value }) => [path, label, value])).toEqual([
    ['enterpriseName', { text: '企业名称', en: 'Name' }, { kind: 'none' }],
    ['filedBy', { text: '办理人', en: '办理人' }, { kind: 'option', zh: '本单位人员', en: 'Own staff' }],
    ['premises.areaM2', { text: '经营场所 · 面积', en: 'Premises · Area' }, { kind: 'number', text: '12.5' }],
    ['opensOn', { text: '开始日期', en: '开始日期' }, { kind: 'day', text: '2026-04-01' }],
    ['byCommitment', { text: '告知承诺', en: '告知承诺' }, { kind: 'flag', isTrue: false }],
  ]);
});

test('a value that came from another department says so', () => {
  const [name] = answersOfForm(SCHEMA, { enterpriseName: '某公司' }, [
    {
      field: 'enterpriseName',
      state: 'FOUND',
      department: 'enterprises',
      coordinate: 'Enterprise.name',
      readAt: '2026-03-02T08:00:00Z',
      verdict: 'CONFIRMED',
    },
  ]);
  expect(name?.origin).toMatchObject({
    department: 'enterprises',
    coordinate: 'Enterprise.name',
    verdict: 'CONFIRMED',
  });
});

test('a case without a form has no answers', () => {
  expect(answersOfForm(null, null, [])).toEqual([]);
});
