import { createHash } from 'node:crypto';
import { isIndustryCode } from '@yiwang/codes';
import { createPopulation } from '@yiwang/population';
import { matterApplications } from '@yiwang/population/matters';
import { checkForm } from '@yiwang/subgraph-kit/forms';
import { expect, test } from 'vitest';
import { madeUpMatter } from '../seed/matter-rows.ts';
import { OPEN_ENTERPRISE } from '../seed/matters/open-enterprise.ts';
import { seed } from '../seed/seed.ts';
import { ANSWERS } from './open-services.ts';

function mattersAt(scale: number) {
  const { openings, transfers, buildings } = matterApplications(createPopulation({ scale }));
  return [...openings, ...transfers, ...buildings].map(madeUpMatter);
}

async function hashOfRows(scale: number): Promise<string> {
  const hash = createHash('sha256');
  for (const { rows } of await seed.tables(scale)) for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex').slice(0, 16);
}

test('the same scale gives the same rows, byte for byte, on every machine', async () => {
  expect(await hashOfRows(0.05)).toBe('ea4f0beca3cf3f1c');
});

test('a larger population has the applications of the smaller one, and more', () => {
  const larger = new Map(mattersAt(0.1).map((one) => [one.application.number, one]));
  const smaller = mattersAt(0.05);
  expect(larger.size).toBeGreaterThan(smaller.length);
  for (const { application, events } of smaller) {
    expect(larger.get(application.number)?.events).toEqual(events);
  }
});

test('every step that people decide is with its office in some application, returned in another, and waits in a third', () => {
  const matters = mattersAt(1);
  const statesOf = new Map<string, Set<string>>();
  for (const { definition, matter } of matters) {
    for (const { name, state } of matter.steps) {
      const key = `${definition['x-title-en']}/${name}`;
      if (definition.steps.find((step) => step.name === name)!.kind !== 'CASE') continue;
      statesOf.set(key, (statesOf.get(key) ?? new Set()).add(state));
    }
  }
  expect(statesOf.size).toBe(7);
  for (const [step, states] of statesOf) {
    for (const state of ['WAITING', 'AT_OFFICE', 'RETURNED']) expect([...states], step).toContain(state);
  }
  expect(new Set(matters.map(({ application }) => application.number)).size).toBe(matters.length);
});

test('answers are sound, and events go forward within the two years', () => {
  for (const { definition, form, events } of mattersAt(0.1)) {
    expect(checkForm(definition.form, form)).toEqual([]);
    const moments = events.map(({ at }) => at);
    expect(moments.toSorted()).toEqual(moments);
    expect(moments[0]! >= '2023-12-31T16:00:00Z' && moments.at(-1)! < '2025-12-31T16:00:00Z').toBe(true);
  }
});

test('the form of opening an enterprise takes the codes of industries that departments take, and no others', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const digits = [1, 2, 3, 4].flatMap((length) =>
    Array.from({ length: 10 ** length }, (_, n) => String(n).padStart(length, '0')),
  );
  const others = ['', 'I6513', 'I65', 'i', '65130', '6 5', '６５', '65\n'];
  const taken = [...letters, ...digits, ...others].filter(
    (industry) =>
      checkForm(OPEN_ENTERPRISE.form, { ...ANSWERS, enterprise: { ...ANSWERS.enterprise, industry } })
        .length === 0,
  );
  expect(taken).toEqual([...letters, ...digits, ...others].filter(isIndustryCode));
  expect(taken.length).toBe(20 + 97 * 111);
});
