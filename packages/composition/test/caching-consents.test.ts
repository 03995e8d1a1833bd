import { expect, test } from 'vitest';
import { checkSubgraphs, composeSupergraph, type SubgraphInput } from '../src/index.ts';

const HEAD = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@external"])
  @link(url: "https://specs.yiwang.dev/cacheControl/v1.0", import: ["@cacheControl"])
  @composeDirective(name: "@cacheControl")
directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean, staleIfError: Int) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
enum CacheControlScope { PUBLIC PRIVATE }
`;
const department = (name: string, types: string): SubgraphInput => ({
  name,
  url: `http://${name}.example/graphql`,
  sdl: `${HEAD}${types}`,
});

const fisheries = (name: string, vessel = '') =>
  department(
    'fisheries',
    `type Query { vessel(number: ID!): Vessel }
    type Vessel @key(fields: "number") ${vessel} { number: ID! name: String @shareable ${name} owner: String }`,
  );
const weather = (name: string, vessel = '') =>
  department(
    'weather',
    `type Vessel @key(fields: "number") ${vessel} { number: ID! name: String @shareable ${name} wind: Int @cacheControl(maxAge: 60) }`,
  );

/** What needs consent when a department publishes this after the graph was made of those. */
async function consents(before: SubgraphInput[], proposed: SubgraphInput): Promise<string[]> {
  const { supergraphSdl } = composeSupergraph(before);
  const { faults, changes } = await checkSubgraphs(before, [proposed], supergraphSdl, {
    by: [proposed.name],
    variants: [],
  });
  expect(faults).toEqual([]);
  return changes
    .filter(({ consentOf }) => consentOf)
    .map(
      ({ kind, coordinate, consentOf, message }) =>
        `${kind} ${coordinate} (${consentOf!.join()}): ${message}`,
    );
}

const MINUTE = '@cacheControl(maxAge: 60)';
const HOUR = '@cacheControl(maxAge: 3600, staleIfError: 86400)';

test('a hint on a shared field of which its owner says nothing needs consent', async () => {
  expect(await consents([fisheries(''), weather('')], weather(MINUTE))).toEqual([
    'CACHED_LONGER Vessel.name (fisheries): Vessel.name could be cached for 60 seconds, and given to other callers.',
  ]);
});

test('a hint on an entity needs the consent of those whose root fields return it', async () => {
  expect(await consents([fisheries(''), weather('')], weather('', HOUR))).toEqual([
    'CACHED_LONGER Query.vessel (fisheries): Query.vessel could be cached for 3600 seconds, and 86400 more while its department does not answer, and given to other callers.',
  ]);
});

test.each([
  ['a shorter time than that of the owner', fisheries(HOUR), weather(MINUTE)],
  ['a longer time, which the gateway does not take', fisheries(MINUTE), weather(HOUR)],
  ['no caching', fisheries(''), weather('@cacheControl(maxAge: 0)')],
  ['fewer callers', fisheries(MINUTE), weather('@cacheControl(maxAge: 60, scope: PRIVATE)')],
])('%s needs none', async (_what, owner, proposed) => {
  expect(await consents([owner, weather('')], proposed)).toEqual([]);
});

test('the time of the field around it needs consent', async () => {
  const [one, ...others] = await consents(
    [fisheries(''), weather('')],
    weather('@cacheControl(inheritMaxAge: true)'),
  );
  expect(others).toEqual([]);
  expect(one).toContain('for as long as the field around it');
});

test('the owner says what it likes, and a new field of an entity of others is free', async () => {
  const harbours = (berth: string) =>
    department('harbours', `type Vessel @key(fields: "number") { number: ID! berth: String ${berth} }`);
  expect(await consents([fisheries(''), harbours('')], fisheries(HOUR, HOUR))).toEqual([]);
  expect(await consents([fisheries(MINUTE)], harbours(HOUR))).toEqual([]);
});

test('when one of two owners takes its word back, the other is asked, whose own holds from then on', async () => {
  expect(await consents([fisheries(MINUTE), weather(HOUR)], fisheries(''))).toEqual([
    expect.stringContaining('CACHED_LONGER Vessel.name (weather)'),
  ]);
});
