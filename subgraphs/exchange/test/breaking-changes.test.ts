import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Proposal } from '../src/registry/proposal/check-proposals.ts';
import { CHECK, type OpenRegistry, openRegistry, type PublishAnswer } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
let key: PrivateKey;
beforeAll(async () => {
  registry = await openRegistry();
  key = await registry.keyOf('DEPARTMENT', 'fisheries');
  await registry.publish([fisheries(LENGTH_AND_CREW), harbours()]);
  const now = new Date().toISOString();
  const portal = {
    variant: 'public',
    client: 'portal',
    clientVersion: '2.1',
    name: 'VesselPage',
    digest: 'd1',
    coordinates: ['Query.vessel', 'Vessel.lengthM'],
    count: 7,
    errors: 0,
    from: now,
    until: now,
  };
  const longAgo = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const old = { ...portal, client: 'old', digest: 'd0', count: 1, from: longAgo, until: longAgo };
  await registry.report([portal, old]);
});
afterAll(() => registry.close());

const LENGTH = '"Length, in metres."\n  lengthM: Float';
const CREW = '"People on board."\n  crew: Int';
const LENGTH_AND_CREW = `${LENGTH}\n  ${CREW}`;

async function check({ department, sdl }: Proposal, more: { url?: string; days?: number } = {}) {
  const claim = { action: 'check', digest: contents.check(department, sdl, more) };
  const { data, errors } = await registry.department.ask(
    `query ($input: CheckSubgraphInput!, $credential: String!) {
      check: checkSubgraph(input: $input, credential: $credential) { ${CHECK} } }`,
    { input: { department, sdl, ...more }, credential: await signCredential(key, claim) },
  );
  if (errors) throw errors[0]!;
  return (data as { check: NonNullable<PublishAnswer['check']> }).check;
}

test('a check tells what would break, and for whom, and changes nothing', async () => {
  const before = await registry.contentsOfTables();
  const found = await check(fisheries(CREW));
  expect(found.outcome).toBe('FAILS');
  expect(found.changes).toMatchObject([
    {
      severity: 'BREAKING',
      coordinate: 'Vessel.lengthM',
      usedBy: [{ client: 'portal', clientVersion: '2.1', operation: 'VesselPage', calls: 7 }],
    },
  ]);
  expect(await registry.contentsOfTables()).toEqual(before);
  expect((await check(fisheries(CREW), { days: 50 })).changes[0]?.usedBy.map(({ client }) => client)).toEqual(
    ['portal', 'old'],
  );
});

test('what nobody uses may go, and is told', async () => {
  const found = await check(fisheries(LENGTH));
  expect(found.outcome).toBe('PASSES_WITH_WARNINGS');
  expect(found.changes).toMatchObject([{ severity: 'BREAKING', coordinate: 'Vessel.crew', usedBy: [] }]);
  expect(await registry.publish([fisheries(LENGTH)])).toMatchObject({ outcome: 'PUBLISHED', version: 2 });
});

test('what is new passes', async () => {
  const found = await check(fisheries(`${LENGTH}\n  "Weight, in tonnes."\n  weightT: Float`));
  expect(found).toMatchObject({ outcome: 'PASSES', faults: [], lint: [] });
  expect(found.changes[0]).toMatchObject({ severity: 'SAFE', coordinate: 'Vessel.weightT', usedBy: [] });
});

test('what somebody uses goes only when that is accepted', async () => {
  const before = await registry.contentsOfTables();
  const refused = await registry.publish([fisheries(CREW)]);
  expect(refused).toMatchObject({
    outcome: 'REFUSED',
    version: 2,
    check: { outcome: 'FAILS' },
    userErrors: [{ code: 'BREAKING_CHANGES', field: ['subgraphs'] }],
  });
  expect(refused.userErrors[0]?.message).toContain('portal');
  expect(await registry.contentsOfTables()).toEqual(before);
  expect(await registry.audit(1)).toMatchObject([{ outcome: 'REFUSED', code: 'BREAKING_CHANGES' }]);

  expect(await registry.publish([fisheries(CREW)], { acceptBreaking: true })).toMatchObject({
    outcome: 'PUBLISHED',
    version: 3,
  });
});

test('a version keeps what it changed and who had used it', async () => {
  const { data } = await registry.department.ask(
    '{ supergraph(version: 3) { changes { coordinate severity usedBy { client calls } } } }',
  );
  expect((data as { supergraph: { changes: unknown[] } }).supergraph.changes).toContainEqual({
    coordinate: 'Vessel.lengthM',
    severity: 'BREAKING',
    usedBy: [{ client: 'portal', calls: 7 }],
  });
});

test('a key is renamed only when that is accepted, although no client asks for it and no department refers to it', async () => {
  const renamed = { ...fisheries(CREW), sdl: fisheries(CREW).sdl.replaceAll('number', 'hullNumber') };
  const alone = await openRegistry();
  await alone.publish([fisheries(CREW)]);
  const before = await alone.contentsOfTables();
  expect(await alone.publish([renamed])).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'BREAKING_CHANGES' }],
  });
  expect(await alone.contentsOfTables()).toEqual(before);
  expect((await alone.publish([renamed], { acceptBreaking: true })).outcome).toBe('PUBLISHED');
  await alone.close();
});

test('a check needs the department’s own key, and its credential stays good until it expires', async () => {
  const other = harbours();
  await expect(check(other)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  const { sdl } = fisheries(CREW);
  const claim = { action: 'check', digest: contents.check('fisheries', sdl) };
  const credential = await signCredential(key, claim);
  const query = `query ($sdl: String!, $credential: String!) {
    checkSubgraph(input: { department: "fisheries", sdl: $sdl }, credential: $credential) { outcome } }`;
  for (const _time of [1, 2]) {
    expect((await registry.department.ask(query, { sdl, credential })).errors).toBeUndefined();
  }
});

test('a check of what is refused unread says why', async () => {
  const large = { ...fisheries(), sdl: 'x'.repeat(6 * 1024 * 1024) };
  expect(await check(large)).toMatchObject({ outcome: 'FAILS', faults: [{ code: 'SDL_TOO_LARGE' }] });
  expect(await check(fisheries(CREW), { url: 'http://127.0.0.1/' })).toMatchObject({
    outcome: 'FAILS',
    faults: [{ code: 'FORBIDDEN_ADDRESS' }],
  });
});

test('a schema that breaks the rules is refused with what the rule says', async () => {
  const unshared = fisheries('"Owner 船主."\n  owner: Company').sdl.replace(
    'type Query {',
    '"A company."\ntype Company {\n  "Name."\n  name: String\n}\n\ntype Query {',
  );
  expect(await registry.publish([{ ...fisheries(), sdl: unshared }])).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'LINT_FAILED' }],
  });
});

test('use by whoever has not signed in is reported, after that of clients, and keeps no change from passing', async () => {
  const now = new Date().toISOString();
  const anonymous = Array.from({ length: 300 }, (_, n) => ({
    variant: 'public',
    client: n === 0 ? null : `public:name-${n}`,
    clientVersion: null,
    name: null,
    digest: `anonymous-${n}`,
    coordinates: ['Query.vessel', 'Vessel.lengthM', 'Vessel.draughtM'],
    count: 100_000,
    errors: 0,
    from: now,
    until: now,
  }));
  const draught = '"Draught, in metres."\n  draughtM: Float';
  await registry.publish([fisheries(`${LENGTH}\n  ${draught}`)]);
  await registry.report(anonymous);

  const crowded = await check(fisheries(draught));
  expect(crowded.outcome).toBe('FAILS');
  expect(crowded.changes[0]?.usedBy[0]).toMatchObject({ client: 'portal', calls: 7 });
  const unused = await check(fisheries(LENGTH));
  expect(unused.outcome).toBe('PASSES_WITH_WARNINGS');
  expect(unused.changes).toMatchObject([{ severity: 'BREAKING', coordinate: 'Vessel.draughtM' }]);
  expect(unused.changes[0]!.usedBy.length).toBeGreaterThan(0);
});
