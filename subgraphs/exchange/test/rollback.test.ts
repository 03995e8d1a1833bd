import { publicKeyOf, verifySupergraph } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry, type PublishAnswer } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry();
  await registry.publish([fisheries()]);
  await registry.publish([harbours()]);
  await registry.publish([fisheries('crew: Int')], { acceptBreaking: true });
});
afterAll(() => registry.close());

const rollback = async (version: number, reason = 'vessels without a length') => {
  const { data, errors } = await registry.rollback(version, reason);
  expect(errors).toBeUndefined();
  return (data as { answer: PublishAnswer }).answer;
};

interface Version {
  version: number;
  reason: string;
  note: string | null;
  sdl: string;
  signature: string;
  subgraphs: { number: number; department: { name: string } }[];
}

const supergraph = async (variant: string, version: number | null): Promise<Version> => {
  const { data } = await registry.department.ask(
    `query ($variant: ID!, $version: Int) { supergraph(variant: $variant, version: $version) {
      version reason note sdl signature subgraphs { number department { name } } } }`,
    { variant, version },
  );
  return JSON.parse(JSON.stringify(data)).supergraph as Version;
};

test.each(['internal', 'departments', 'public'])(
  'what was in force is in force again as a new version of %s, signed as such',
  async (variant) => {
    if (variant === 'internal') {
      expect(await rollback(2)).toEqual({ outcome: 'ROLLED_BACK', version: 4, check: null, userErrors: [] });
    }
    const [old, now] = [await supergraph(variant, 2), await supergraph(variant, null)];
    expect(now).toMatchObject({ version: 4, reason: 'ROLLED_BACK', note: 'vessels without a length' });
    expect(now.sdl).toBe(old.sdl);
    expect(now.subgraphs).toEqual(old.subgraphs);
    expect(await verifySupergraph(publicKeyOf(registry.signing), now.signature, now.sdl)).toEqual({
      version: 4,
      variant,
    });
  },
);

test('the audit log tells who rolled back, and why', async () => {
  const { sql } = registry.department.database;
  expect(
    await sql`select action, outcome, subject, kids, reason from audit_log order by id desc limit 1`,
  ).toEqual([
    {
      action: 'rollback',
      outcome: 'ACCEPTED',
      subject: 'version 2',
      kids: [registry.operator.kid],
      reason: 'vessels without a length',
    },
  ]);
});

test('what is published next is composed with what was rolled back to', async () => {
  expect(await registry.publish([harbours('depthM: Float')])).toMatchObject({
    outcome: 'PUBLISHED',
    version: 5,
  });
  const { subgraphs } = await supergraph('internal', null);
  expect(subgraphs).toEqual([
    { number: 1, department: { name: 'fisheries' } },
    { number: 2, department: { name: 'harbours' } },
  ]);
});

test('a department that had not published then is still known, and in force no more', async () => {
  expect((await rollback(1)).version).toBe(6);
  const { data } = await registry.department.ask('{ departments { name subgraph { number } } }');
  expect(data).toEqual({
    departments: [
      { name: 'fisheries', subgraph: { number: 1 } },
      { name: 'harbours', subgraph: null },
    ],
  });
});

test('rolling back to what is in force changes nothing', async () => {
  const before = await registry.contentsOfTables();
  expect(await rollback(6)).toMatchObject({ outcome: 'UNCHANGED', version: 6 });
  expect(await registry.contentsOfTables()).toEqual(before);
});

test.each<[what: string, version: number, reason: string, code: string]>([
  ['a version that does not exist', 99, 'because', 'UNKNOWN_VERSION'],
  ['a version below the first', 0, 'because', 'UNKNOWN_VERSION'],
  ['no reason', 1, '  ', 'MALFORMED_REASON'],
  ['a reason of 1,001 characters', 1, 'r'.repeat(1001), 'MALFORMED_REASON'],
])('with %s nothing is rolled back', async (_what, version, reason, code) => {
  const before = await registry.contentsOfTables();
  expect(await rollback(version, reason)).toMatchObject({
    outcome: 'REFUSED',
    version: 6,
    userErrors: [{ code }],
  });
  expect(await registry.contentsOfTables()).toEqual(before);
  expect(await registry.audit(1)).toMatchObject([{ action: 'rollback', outcome: 'REFUSED', code }]);
});
