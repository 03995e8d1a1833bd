import { contents, createKey, publicKeyOf, signCredential } from '@yiwang/identity';
import fc from 'fast-check';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialedRoots } from '../src/open-roots.ts';
import { schema } from '../src/subgraph.ts';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
let publicKey: string;
beforeAll(async () => {
  registry = await openRegistry();
  await registry.publish([fisheries(), harbours()]);
  publicKey = JSON.stringify(publicKeyOf(await createKey()));
});
afterAll(() => registry.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments have the form of their root
type Args = any;

const NOW = '2026-01-01T00:00:00.000Z';
const OPERATION = {
  ...{ variant: 'internal', client: 'portal', clientVersion: '1', name: 'Page', digest: 'd' },
  ...{ coordinates: ['Vessel.name'], count: 1, errors: 0, from: NOW, until: NOW },
};

/** All arguments of every root field that takes a credential, and the content that is signed. */
const SIGNED: Record<
  string,
  { args: () => Args; digest: (args: Args) => string | Promise<string>; action: string }
> = {
  'Query.department': readOf('department', { name: 'fisheries' }),
  'Query.supergraph': readOf('supergraph', { variant: 'internal', version: 1 }),
  'Query.supergraphVersions': readOf('supergraphVersions', { first: 3, after: 'x' }),
  'Query.gateways': readOf('gateways', {}),
  'Query.fieldUsage': readOf('fieldUsage', { coordinate: 'Vessel.name', days: 7 }),
  'Query.unusedFields': readOf('unusedFields', { department: 'fisheries', days: 7 }),
  'Query.checkSubgraph': {
    action: 'check',
    args: () => ({
      input: { department: 'fisheries', sdl: fisheries('crew: Int').sdl, url: 'http://10.0.0.9/', days: 9 },
    }),
    digest: ({ input: { department, sdl, url, days } }) => contents.check(department, sdl, { url, days }),
  },
  'Query.checkWithdrawal': {
    action: 'checkWithdrawal',
    args: () => ({ department: 'harbours', days: 9 }),
    digest: ({ department, days }) => contents.checkWithdrawal(department, days),
  },
  'Query.changeApprovals': {
    action: 'approvals',
    args: () => ({ department: 'fisheries' }),
    digest: ({ department }) => contents.approvals(department),
  },
  'Query.grantsInForce': {
    action: 'grants',
    args: () => ({ gateway: 'edge', after: 3 }),
    digest: ({ gateway, after }) => contents.grants(gateway, after),
  },
  'Mutation.publishSubgraphs': {
    action: 'publish',
    args: () => ({ subgraphs: [fisheries('crew: Int'), harbours()], acceptBreaking: false, days: 9 }),
    digest: ({ subgraphs, acceptBreaking, days }) => contents.publish(subgraphs, { acceptBreaking, days }),
  },
  'Mutation.withdrawSubgraph': {
    action: 'withdraw',
    args: () => ({ department: 'harbours', reason: 'closed', acceptBreaking: false, days: 9 }),
    digest: ({ department, reason, ...admission }) => contents.withdraw(department, reason, admission),
  },
  'Mutation.approveChange': {
    action: 'approve',
    args: () => ({ department: 'fisheries', change: 'a change', days: 9, standIn: false }),
    digest: ({ department, change, days, standIn }) => contents.approve(department, change, days, standIn),
  },
  'Mutation.withdrawApproval': {
    action: 'withdrawApproval',
    args: () => ({ id: '1' }),
    digest: ({ id }) => contents.withdrawApproval(id),
  },
  'Mutation.rollbackSupergraph': {
    action: 'rollback',
    args: () => ({ version: 1, reason: 'wrong' }),
    digest: ({ version, reason }) => contents.rollback(version, reason),
  },
  'Mutation.registerKey': {
    action: 'registerKey',
    args: () => ({ role: 'DEPARTMENT', holder: 'fisheries', publicKey }),
    digest: ({ role, holder, publicKey: key }) =>
      contents.registerKey(role, holder, (JSON.parse(key) as { kid: string }).kid),
  },
  'Mutation.revokeKey': {
    action: 'revokeKey',
    args: () => ({ kid: 'some-key' }),
    digest: ({ kid }) => contents.revokeKey(kid),
  },
  'Mutation.reportGateway': {
    action: 'report',
    args: () => ({ gateway: 'edge', running: [{ variant: 'internal', version: 1 }] }),
    digest: ({ gateway, running }) => contents.report(gateway, running),
  },
  'Mutation.reportOperations': {
    action: 'operations',
    args: () => ({ gateway: 'edge', operations: [OPERATION] }),
    digest: ({ gateway, operations }) => contents.operations(gateway, operations),
  },
  'Mutation.recordAccesses': {
    action: 'accesses',
    args: () => ({ gateway: 'edge', journal: '' }),
    digest: ({ gateway, journal }) => contents.accesses(gateway, journal),
  },
};

function readOf(root: string, args: Args) {
  return { action: 'read', args: () => args, digest: (given: Args) => contents.read(root, given) };
}

/** Sends the query with a caller that has no rights but those of its credential. */
async function ask(coordinate: string, args: Args, credential: string): Promise<ExecutionResult> {
  const [type, name] = coordinate.split('.') as [string, string];
  const root = schema.getType(type) as unknown as {
    getFields(): Record<string, { args: { name: string; type: unknown }[]; type: unknown }>;
  };
  const field = root.getFields()[name]!;
  const given: Args = { ...args, credential, credentials: [credential] };
  const declared = field.args.map((one) => `$${one.name}: ${String(one.type)}`);
  const passed = field.args.map((one) => `${one.name}: $${one.name}`);
  const isLeaf = /^\[?(Boolean|String)/.test(String(field.type));
  const variables = Object.fromEntries(field.args.map((one) => [one.name, given[one.name]]));
  const query = `${type === 'Query' ? 'query' : 'mutation'} (${declared.join(', ')}) {
    answer: ${name}(${passed.join(', ')}) ${isLeaf ? '' : '{ __typename }'} }`;
  return registry.asPublic(query, variables);
}

const codeOf = ({ errors }: ExecutionResult) => errors?.[0]?.extensions['code'];
const sign = async (coordinate: string, args: Args) => {
  const { action, digest } = SIGNED[coordinate]!;
  return signCredential(registry.operator, { action, digest: await digest(args) });
};

test('every root that takes a credential is looked at here', () => {
  expect(Object.keys(SIGNED).sort()).toEqual(
    credentialedRoots(schema)
      .map(({ coordinate }) => coordinate)
      .sort(),
  );
});

/** Copies of the arguments, each with one value changed. */
function* changed(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    if (value.length > 0) yield value.slice(1);
    for (const [i, item] of value.entries()) for (const other of changed(item)) yield value.with(i, other);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      for (const other of changed(item)) yield { ...value, [name]: other };
    }
  } else if (typeof value === 'boolean') yield !value;
  else if (typeof value === 'number') yield value + 1;
  else if (value === 'DEPARTMENT') yield 'OPERATOR';
  else if (value === NOW) yield '2026-01-02T00:00:00.000Z';
  else if (value === publicKey) yield OTHER_KEY;
  else yield `${String(value)}x`;
}
const OTHER_KEY = JSON.stringify(publicKeyOf(await createKey()));

test.each(Object.keys(SIGNED))(
  '%s does nothing with any argument but those that were signed',
  async (coordinate) => {
    const args = SIGNED[coordinate]!.args();
    const before = await registry.contentsOfTables();
    for (const other of changed(args)) {
      const answer = await ask(coordinate, other, await sign(coordinate, args));
      // The kit rejects a forged cursor before the resolver verifies the credential.
      const refused =
        'after' in (other as object) ? ['UNAUTHENTICATED', 'MALFORMED_CURSOR'] : ['UNAUTHENTICATED'];
      expect(refused, JSON.stringify(other).slice(0, 200)).toContain(codeOf(answer));
    }
    expect(await registry.contentsOfTables()).toEqual(before);
    // The signature itself is valid: the arguments that were signed are accepted.
    expect(codeOf(await ask(coordinate, args, await sign(coordinate, args)))).not.toBe('UNAUTHENTICATED');
  },
);

test('no two contents of any actions have one digest', () => {
  const text = fc.string({ maxLength: 4 });
  const days = fc.integer({ min: 1, max: 3 });
  const content = fc.oneof(
    fc.tuple(text, text, days, fc.boolean()).map((one) => [one, withdrawn(...one)] as const),
    fc
      .tuple(text, text, days, text)
      .map(([a, b, c, d]) => [['check', a, b, c, d], contents.check(a, b, { days: c, url: d })] as const),
    fc.tuple(text, text, text).map(([a, b, c]) => [['read', a, b, c], contents.read(a, { b, c })] as const),
    fc.tuple(text, days).map(([a, b]) => [['grants', a, b], contents.grants(a, b)] as const),
  );
  fc.assert(
    fc.property(content, content, ([one, oneDigest], [other, otherDigest]) => {
      expect(oneDigest === otherDigest).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 500 },
  );
});

function withdrawn(department: string, reason: string, days: number, acceptBreaking: boolean): string {
  return contents.withdraw(department, reason, { days, acceptBreaking });
}
