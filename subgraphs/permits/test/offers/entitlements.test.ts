import type { GatewayAnswer, GatewayClient } from '@yiwang/subgraph-kit/prefill';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EntitlementRow, entitledBy } from '../../src/offers/entitlement.ts';
import { AUTHOR, CONTENT, openItems, type OpenItems, PUBLISHER } from '../items/open-items.ts';
import { DOCUMENT, ENTITLEMENT, FOOD } from './open-offers.ts';

const { form: _form, ...INPUT } = ENTITLEMENT;
const selected = (path: string, sharing: string | null, name: string | null) => ({
  ...{ path: `enterprises.edges.node.${path}`, coordinate: `Enterprise.${path}`, sharing },
  departments: name === null ? [] : [{ name }],
});
let answer: object[] | Error | GatewayAnswer;
const gateway: GatewayClient = {
  ask: () =>
    answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve(
          Array.isArray(answer) ? { data: { sharingNeeds: { selected: answer } }, errors: [] } : answer,
        ),
};
const failed = (code: string): GatewayAnswer => ({
  data: null,
  errors: [{ message: code, extensions: { code } }],
});
const FITTING = [
  selected('uscc', 'UNCONDITIONAL', 'enterprises'),
  selected('status', 'UNCONDITIONAL', 'enterprises'),
  selected('taxpayer.aListYears', 'UNCONDITIONAL', 'tax'),
];

let open: OpenItems;
beforeAll(async () => {
  open = await openItems(gateway);
});
afterAll(() => open[Symbol.asyncDispose]());

const drafted = async (entitlement: object) => {
  const found = await open.ask(AUTHOR, '{ itemVersions(state: DRAFT) { edges { node { revision } } } }');
  const revision = found.data.itemVersions.edges[0]?.node.revision ?? null;
  return open.act(AUTHOR, 'draft', {
    content: { ...CONTENT, entitlement: { ...INPUT, ...entitlement } },
    revision,
  });
};

test.each([
  ['no document', { document: 'hello' }, ['document']],
  [
    'two lists',
    { document: `query ($after: String) { a: regions { name } b: regions(after: $after) { name } }` },
    ['document'],
  ],
  [
    'a mutation',
    { document: 'mutation ($after: String) { a(after: $after) { edges { node { b } } } }' },
    ['document'],
  ],
  [
    'no pages',
    { document: DOCUMENT.replace('pageInfo { hasNextPage endCursor }', 'totalCount') },
    ['document'],
  ],
  [
    'no cursor',
    { document: DOCUMENT.replace(', $after: String', '').replace(', after: $after', '') },
    ['document'],
  ],
  [
    'another variable',
    { document: DOCUMENT.replace('$region: RegionCode', '$region: RegionCode, $name: String') },
    ['document'],
  ],
  [
    'a variable of another type',
    { document: DOCUMENT.replace('$usccs: [USCC!]', '$usccs: USCC') },
    ['document'],
  ],
  ['a node under another name', { document: DOCUMENT.replace('node {', 'one: node {') }, ['document']],
  ['a path that is none', { subject: 'a b' }, ['subject']],
  ['no day', { validDays: 0 }, ['validDays']],
  ['no condition', { conditions: [] }, ['conditions']],
  [
    'a row for everyone',
    { conditions: [{ title: '全部', 'x-title-en': 'All', when: {} }] },
    ['conditions', '0', 'when'],
  ],
  [
    'a row without a title',
    { conditions: [{ title: '', 'x-title-en': 'All', when: { a: { const: 1 } } }] },
    ['conditions', '0', 'title'],
  ],
  [
    'a condition of another kind',
    { conditions: [{ title: '一', 'x-title-en': 'One', when: { a: { pattern: '(a+)+' } } }] },
    ['conditions', '0', 'when', 'a'],
  ],
  [
    'two kinds at once',
    { conditions: [{ title: '一', 'x-title-en': 'One', when: { a: { const: 1, minimum: 0 } } }] },
    ['conditions', '0', 'when', 'a'],
  ],
  ['an answer that the form does not take', { form: { nothing: 1 } }, ['form', 'nothing']],
])('an entitlement with %s is not kept', async (_what, entitlement, path) => {
  const { itemVersion, userErrors } = await drafted(entitlement);
  expect(itemVersion).toBeNull();
  expect(userErrors[0]).toMatchObject({
    code: 'MALFORMED_ENTITLEMENT',
    field: ['content', 'entitlement', ...path],
  });
});

test('it is published with its version when the one schema has what it reads, and stays as it is then', async () => {
  const { itemVersion } = await drafted({});
  const { version } = itemVersion!;
  await open.act(AUTHOR, 'submit', { version, revision: itemVersion!.revision });
  const publish = async (now: typeof answer) => {
    answer = now;
    const revision = itemVersion!.revision + 1;
    const { itemVersion: published, userErrors } = await open.act(PUBLISHER, 'publish', {
      version,
      revision,
    });
    return published?.state ?? userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`);
  };
  expect(await publish(FITTING.slice(0, 2))).toEqual(['UNKNOWN_PATH entitlement']);
  expect(await publish([...FITTING.slice(0, 2), selected('taxpayer.aListYears', null, null)])).toEqual([
    'UNKNOWN_PATH entitlement',
  ]);
  expect(await publish([...FITTING, selected('secret', 'NOT_SHARED', 'land')])).toEqual([
    'FIELD_IS_NOT_SHARED entitlement',
  ]);
  expect(await publish(new Error('away'))).toEqual(['GATEWAY_UNAVAILABLE entitlement']);
  expect(await publish(failed('DEPARTMENT_UNAVAILABLE'))).toEqual(['GATEWAY_UNAVAILABLE entitlement']);
  expect(await publish(failed('INVALID_ARGUMENT'))).toEqual(['MALFORMED_ENTITLEMENT entitlement']);
  const { sql } = open.served.database;
  await sql`
    insert into offers (id, item_code, version, uscc, state, revision, made_at, valid_until, evidence, entitled_by, run_id, changed_at)
    select 'OF-2026-0000000' || k, ${FOOD}, 0, 'U' || k, state, 1, now(), '2099-01-01', '[]', 0, 1, now()
    from unnest(array['OFFERED', 'DECLINED']) with ordinality as one(state, k)`;
  expect(await publish(FITTING)).toBe('PUBLISHED');
  // What the version before offered is not offered any more.
  expect(await sql`select state from offers order by id`).toEqual([
    { state: 'WITHDRAWN' },
    { state: 'DECLINED' },
  ]);
  const { data } = await open.ask(
    {},
    `{ itemVersion(item: "${FOOD}", version: ${version}) { entitlement { document subject conditions validDays form } } }`,
  );
  expect(data.itemVersion.entitlement).toEqual({ ...INPUT, form: {} });
  await expect(sql`update item_versions set entitlement = null where item_code = ${FOOD}`).rejects.toThrow(
    'was published',
  );
  await expect(
    sql`update item_versions set state = 'SUPERSEDED', superseded_at = now(), entitlement = null where item_code = ${FOOD}`,
  ).rejects.toThrow('was published');
});

const rows = (when: EntitlementRow['when']): EntitlementRow[] => [{ title: '一', 'x-title-en': 'One', when }];

test.each([
  ['const', { const: 'A' }, 'A', true],
  ['const', { const: 'A' }, 'B', false],
  ['enum', { enum: ['A', 'B'] }, 'B', true],
  ['minimum', { minimum: 5 }, 5, true],
  ['minimum of a decimal', { minimum: 5 }, '4.99', false],
  ['maximum', { minimum: 0, maximum: 5 }, 6, false],
  ['minimum of a text', { minimum: 0 }, '', false],
  ['contains', { contains: 2025 }, [2024, 2025], true],
  ['contains', { contains: 2025 }, [], false],
  ['contains of no list', { contains: 2025 }, 2025, false],
  ['const of null', { const: 'A' }, null, false],
])('%s holds as it says', (_what, cell, value, holds) => {
  expect(entitledBy(rows({ 'a.b': cell }), { a: { b: value } })).toBe(holds ? 0 : null);
});

test('whatever is left out of an answer, nobody is entitled whom the whole answer does not entitle', () => {
  const cell = fc.oneof(
    fc.record({ const: fc.constantFrom(1, 'A', true) }),
    fc.record({ contains: fc.constantFrom(1, 'A') }),
    fc.record({ minimum: fc.constantFrom(0, 1) }),
  );
  const value = fc.constantFrom(1, 'A', true, [1], ['A', 1], 0);
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), cell), { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), value),
      fc.constantFrom('a', 'b', 'c'),
      (conditions, node, gone) => {
        const table = conditions.map((when) => rows(when)[0]!);
        const { [gone]: _told, ...rest } = node;
        if (entitledBy(table, rest) !== null) expect(entitledBy(table, node)).not.toBeNull();
        expect(entitledBy(table, null)).toBeNull();
      },
    ),
  );
});
