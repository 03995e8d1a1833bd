import { expect, test } from 'vitest';
import { linesOf, place } from '../app/pages/catalogue/matters/layers.ts';
import { addUp, lastYear } from '../app/pages/catalogue/matters/times.ts';
import { returnPath } from '../app/pages/catalogue/regions/return-path.ts';

test('each step stands behind all that it needs, in a row of its own', () => {
  const placed = place([
    { name: 'name', needs: [] },
    { name: 'registration', needs: ['name'] },
    { name: 'tax', needs: ['registration'] },
    { name: 'seal', needs: ['registration', 'name'] },
  ]);
  expect(placed.map(({ step, column, row }) => [step.name, column, row])).toEqual([
    ['name', 0, 0],
    ['registration', 1, 0],
    ['tax', 2, 0],
    ['seal', 2, 1],
  ]);
  expect(linesOf(placed)).toHaveLength(4);
});

test('steps that need each other, or nobody, are drawn nevertheless', () => {
  const placed = place([
    { name: 'a', needs: ['b'] },
    { name: 'b', needs: ['a', 'unknown'] },
  ]);
  expect(placed).toHaveLength(2);
  expect(linesOf(placed)).toHaveLength(2);
});

test('times of several months count by how many were completed, and months that are not timed count for nothing', () => {
  const month = { undone: 0, overdue: 0, applicantHours: 1, machineHours: 0 };
  const times = addUp([
    { ...month, completed: 3, officialHours: 10, workingDays: 2 },
    { ...month, completed: 1, officialHours: 30, workingDays: null, undone: 2, overdue: 1 },
    { ...month, completed: 0, officialHours: null },
  ]);
  expect(times).toEqual({
    completed: 4,
    undone: 2,
    overdue: 1,
    workingDays: 2,
    hours: { official: 15, applicant: 1, machine: 0 },
  });
  expect(addUp([])).toMatchObject({ completed: 0, workingDays: null, hours: null });
});

test('the last year is twelve months by the days of China', () => {
  expect(lastYear(new Date('2026-11-30T16:30:00Z'))).toEqual({ from: '2026-01-01', until: '2026-12-01' });
});

test('a page of regions leads back to pages of our own only', () => {
  const back = (path: string) => returnPath(`?${new URLSearchParams({ return: path })}`, 'zh');
  expect(back('/zh/items?noVisit=1')).toBe('/zh/items?noVisit=1');
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '',
    'javascript:alert(1)',
  ]) {
    expect(back(path)).toBe('/zh');
  }
});
