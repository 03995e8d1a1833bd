import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Served } from './served.ts';

/** Root fields of all departments; `bad` is an argument that its department refuses. */
const ROOTS = [
  root('enterprises(first: 2)', 'enterprises(first: 1000)', '{ edges { node { uscc } } }'),
  root('enterprises(filter: { name: "公司" }, first: 1)', 'enterprises(first: 0)', '{ totalCount }'),
  root('enterprises(first: 1)', 'enterprises(first: 1, after: "x")', '{ pageInfo { hasNextPage } }'),
  root('regions(first: 2)', 'regions(first: -1)', '{ edges { node { code name } } }'),
  root('dataResources(first: 1)', 'dataResources(first: 101)', '{ edges { node { code } } }'),
  root('parcels(first: 2)', 'parcels(first: 1, after: "%")', '{ edges { node { code } } }'),
  root('landSupplies(first: 1)', 'landSupplies(first: 4000)', '{ edges { node { id } } }'),
  root('landTransfers(first: 1)', 'landTransfers(first: 999)', '{ edges { node { id } } }'),
  root('serviceItems(first: 2)', 'serviceItems(first: 1, after: "1")', '{ edges { node { name } } }'),
  root('taxpayers(first: 2)', 'taxpayers(first: 123)', '{ edges { node { id } } }'),
  root('departments', 'region(code: "99")', '{ name }'),
];

interface Root {
  good: string;
  bad: string;
}

function root(good: string, bad: string, selection: string): Root {
  return { good: `${good} ${selection}`, bad: `${bad} ${selection}` };
}

/** How a root field stands in the operation: as it is, or within a fragment. */
const FORMS: readonly ((field: string) => string)[] = [
  (field) => field,
  (field) => `... { ${field} }`,
  (field) => `... on Query { ...  { ${field} } }`,
  (field) => `... @include(if: true) { ${field} }`,
];

export function testRootErrors(served: () => Served): void {
  test('one bad argument among several roots costs its own root, with one error at its path', async () => {
    const chosen = fc.array(fc.record({ of: fc.constantFrom(...ROOTS), form: fc.constantFrom(...FORMS) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(chosen, fc.nat(), async (roots, pick) => {
        const bad = pick % roots.length;
        const operation = (broken: boolean) =>
          `{ ${roots
            .map(({ of, form }, i) => form(`r${i}: ${broken && i === bad ? of.bad : of.good}`))
            .join(' ')} }`;
        const whole = await served().ask(operation(false));
        expect(whole.errors).toBeUndefined();

        const { data, errors } = await served().ask(operation(true));
        expect(data).toEqual({ ...whole.data, [`r${bad}`]: null });
        expect(errors).toMatchObject([{ path: [`r${bad}`] }]);
        expect(errors).toHaveLength(1);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('callers whose roots are asked for together each get their own error, at their own path', async () => {
    const ask = (name: string, first: number) =>
      served().ask(`query($first: Int!) { ${name}: regions(first: $first) { edges { node { code } } } }`, {
        first,
      });
    // Equal operations meet in one request once they are known to be quick.
    for (let i = 0; i < 100; i++) await ask('mine', 1);
    const answers = await Promise.all([1, 500, 2, 0, 3, 1000].map((first) => ask('mine', first)));

    expect(answers.map(({ data, errors }) => [data.mine?.edges.length ?? null, errors?.[0].path])).toEqual([
      [1, undefined],
      [null, ['mine']],
      [2, undefined],
      [null, ['mine']],
      [3, undefined],
      [null, ['mine']],
    ]);
    expect(answers.flatMap(({ errors = [] }) => errors)).toHaveLength(3);
  });

  test('a reference to an enterprise that its department does not hold is null, in a list and alone', async () => {
    const { sql } = served().graph.databases.get('permits')!;
    const [row] = await sql<{ number: string; uscc: string }[]>`
      select number, applicant_uscc as uscc from cases where applicant_uscc is not null limit 1`;
    // A real one; those of the departments' data are made up.
    const unknown = '91360723058828222C';
    await sql`update cases set applicant_uscc = ${unknown} where number = ${row!.number}`;
    try {
      const query = 'query($number: ID!) { case(number: $number) { number applicant { name } } }';
      expect(await served().ask(query, { number: row!.number })).toEqual({
        data: { case: { number: row!.number, applicant: null } },
      });
    } finally {
      await sql`update cases set applicant_uscc = ${row!.uscc} where number = ${row!.number}`;
    }
  });
}
