import { describe, expect, test } from 'vitest';
import { checkSubgraphs, composeSupergraph, type SubgraphInput } from '../src/index.ts';
import { OPEN, realDepartments } from './support/departments.ts';

const VARIANTS = [
  { name: 'internal', excludeTags: [] },
  { name: 'public', excludeTags: ['internal'] },
];

const LINKS = [
  '@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@composeDirective", "@tag", "@inaccessible", "@authenticated", "@requiresScopes", "@context", "@fromContext"])',
  '@link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])',
  '@link(url: "https://specs.yiwang.dev/sensitive/v1.0", import: ["@sensitive"])',
  '@composeDirective(name: "@sharing") @composeDirective(name: "@sensitive")',
];
const DEFINITIONS = `
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
directive @sensitive(kind: SensitiveKind!) on FIELD_DEFINITION
enum SensitiveKind { NAME PHONE ACCOUNT ID_NUMBER }
`;
const head = (links: readonly string[] = LINKS) => `extend schema ${links.join(' ')}\n${DEFINITIONS}`;

const department = (name: string, types: string, before = head()): SubgraphInput => ({
  name,
  url: `http://${name}.example/graphql`,
  sdl: `${before}${types}`,
});

const KEPT = '@sharing(class: CONDITIONAL, basis: "渔业法", cycle: DAILY)';

/** Fisheries owns vessels; nothing but its own schema lets others near them. */
const FISHERIES = department(
  'fisheries',
  `type Query {
    vessel(number: ID!, kind: Kind, filter: VesselFilter): Vessel
    secrets: Secret @tag(name: "internal")
    mooring: Mooring
  }
  enum Kind { TUG FERRY }
  input VesselFilter { name: String kind: Kind crewed: Boolean }
  scalar Tonnes
  type Vessel @key(fields: "number") @key(fields: "callSign") ${OPEN} {
    number: ID!
    callSign: String!
    name: String @shareable
    flag(at: String): String @shareable
    catchT: Tonnes ${KEPT}
    weightT: Tonnes
    skipper: String @shareable @sensitive(kind: NAME)
    berth: Berth
    page: Page
    fines: [Fine!] ${KEPT}
  }
  type Fine @shareable ${KEPT} { cny: Int }
  type Berth @shareable ${OPEN} { pier: String }
  type Page @shareable { hasNextPage: Boolean }
  type Secret @key(fields: "id") ${OPEN} { id: ID! text: String }
  interface Mooring @key(fields: "id") ${OPEN} { id: ID! depthM: Int }
  type Quay implements Mooring @key(fields: "id") { id: ID! depthM: Int @shareable }
  `,
);
const HARBOURS = department(
  'harbours',
  `type Query { harbour: Harbour }
  type Harbour @key(fields: "code") ${OPEN} { code: ID! name: String page: Page }
  type Page @shareable { hasNextPage: Boolean }
  type Vessel @key(fields: "number") { number: ID! harbour: Harbour ${OPEN} }`,
);
const CURRENT = [FISHERIES, HARBOURS];
const { supergraphSdl } = composeSupergraph(CURRENT);

/** What needs consent when a department publishes this, as `KIND coordinate (of whom)`. */
async function consents(
  types: string,
  { before = head(), name = 'weather', by = [name] }: { before?: string; name?: string; by?: string[] } = {},
): Promise<string[]> {
  const options = { by, variants: VARIANTS };
  const proposed = department(name, types, before);
  const { faults, changes } = await checkSubgraphs(CURRENT, [proposed], supergraphSdl, options);
  expect(faults).toEqual([]);
  const needed = changes.filter(({ consentOf }) => consentOf);
  for (const { severity, affects, coordinate } of needed) {
    expect({ severity, affects }).toEqual({ severity: 'BREAKING', affects: [coordinate] });
  }
  return needed.map(({ kind, coordinate, consentOf }) => `${kind} ${coordinate} (${consentOf!.join()})`);
}

describe('who answers', () => {
  test.each([
    [
      '@override takes a field',
      `type Vessel @key(fields: "number") { number: ID! weightT: Tonnes @override(from: "fisheries") ${OPEN} } scalar Tonnes`,
      ['ANSWERED_BY_ANOTHER Vessel.weightT (fisheries)', 'ANSWERED_NO_LONGER Vessel.weightT (fisheries)'],
    ],
    [
      '@override of a percentage takes a part of it',
      `type Vessel @key(fields: "number") { number: ID! weightT: Tonnes @override(from: "fisheries", label: "percent(1)") ${OPEN} } scalar Tonnes`,
      ['ANSWERED_BY_ANOTHER Vessel.weightT (fisheries)', 'ANSWERED_NO_LONGER Vessel.weightT (fisheries)'],
    ],
    [
      'a copy of a shareable field',
      `type Vessel @key(fields: "number") { number: ID! name: String @shareable ${OPEN} }`,
      ['ANSWERED_BY_ANOTHER Vessel.name (fisheries)'],
    ],
    [
      'a copy on own paths only',
      `type Query { seen: Vessel } type Vessel { number: ID! @shareable name: String @shareable ${OPEN} }`,
      ['ANSWERED_BY_ANOTHER Vessel.name (fisheries)'],
    ],
    [
      '@provides on an own open field',
      `type Query { seen: Vessel @provides(fields: "name") } type Vessel @key(fields: "number", resolvable: false) { number: ID! name: String @external }`,
      ['ANSWERED_BY_ANOTHER Vessel.name (fisheries)'],
    ],
    [
      'a second key, by which it would say which number a call sign has',
      `type Vessel @key(fields: "number") @key(fields: "callSign") { number: ID! callSign: String! wind: Int ${OPEN} }`,
      ['ANSWERED_BY_ANOTHER Vessel.callSign (fisheries)', 'ANSWERED_BY_ANOTHER Vessel.number (fisheries)'],
    ],
    [
      'a root field of another',
      `type Query { harbour: Harbour @override(from: "harbours") } type Harbour @key(fields: "code", resolvable: false) { code: ID! }`,
      ['ANSWERED_BY_ANOTHER Query.harbour (harbours)', 'ANSWERED_NO_LONGER Query.harbour (harbours)'],
    ],
    [
      'a copy of a type without a key that is kept back',
      `type Query { fine: Fine } type Fine @shareable ${KEPT} { cny: Int }`,
      ['ANSWERED_BY_ANOTHER Fine.cny (fisheries)'],
    ],
    [
      'a key for a type without one',
      `type Query { berth: Berth } type Berth @key(fields: "pier") @shareable ${OPEN} { pier: String draughtM: Int }`,
      ['ANSWERED_BY_ANOTHER Berth.pier (fisheries)'],
    ],
  ])('%s', async (_what, types, expected) => {
    expect(await consents(types)).toEqual(expected);
  });

  test('a copy that was there becomes one that can be asked by a key', async () => {
    const copying = department(
      'weather',
      `type Query { seen: Vessel } type Vessel { number: ID! @shareable name: String @shareable }`,
    );
    const keyed = department(
      'weather',
      `type Query { seen: Vessel } type Vessel @key(fields: "number") { number: ID! name: String @shareable }`,
    );
    const graph = [...CURRENT, copying];
    const { changes } = await checkSubgraphs(graph, [keyed], composeSupergraph(graph).supergraphSdl);
    expect(changes.filter(({ consentOf }) => consentOf)).toMatchObject([
      { kind: 'ANSWERED_BY_ANOTHER', coordinate: 'Vessel.name', consentOf: ['fisheries'] },
    ]);
  });

  test('a label that sends more requests to another is a change again', async () => {
    const at = (percent: number) =>
      department(
        'weather',
        `type Vessel @key(fields: "number") { number: ID! weightT: Tonnes @override(from: "fisheries", label: "percent(${percent})") ${OPEN} } scalar Tonnes`,
      );
    const graph = [...CURRENT, at(1)];
    const { changes } = await checkSubgraphs(graph, [at(100)], composeSupergraph(graph).supergraphSdl);
    expect(changes.filter(({ consentOf }) => consentOf?.includes('fisheries'))).toHaveLength(2);
  });
});

test('an interface of another as an object, and each field that is added to it so', async () => {
  const adds = (fields: string) => `type Mooring @interfaceObject @key(fields: "id") { id: ID! ${fields} }`;
  expect(await consents(adds(`windy: Boolean ${OPEN}`))).toEqual(['INTERFACE_OBJECT Mooring (fisheries)']);
  expect(await consents(adds('depthM: Int @shareable'))).toEqual([
    'INTERFACE_OBJECT Mooring (fisheries)',
    'ANSWERED_BY_ANOTHER Mooring.depthM (fisheries)',
    'ANSWERED_BY_ANOTHER Quay.depthM (fisheries)',
  ]);
  const before = department('weather', adds(`windy: Boolean ${OPEN}`));
  const graph = [...CURRENT, before];
  const { changes } = await checkSubgraphs(
    graph,
    [department('weather', adds(`windy: Boolean ${OPEN} wet: Boolean ${OPEN}`))],
    composeSupergraph(graph).supergraphSdl,
  );
  expect(changes.filter(({ consentOf }) => consentOf)).toMatchObject([
    { kind: 'INTERFACE_OBJECT', coordinate: 'Mooring', consentOf: ['fisheries'] },
  ]);
});

describe('the class under which a field is read', () => {
  test.each([
    [
      '@sharing of the type, for fields that say nothing themselves',
      `type Query { page: Page } type Page @shareable ${KEPT} { hasNextPage: Boolean }`,
      [
        'ACCESS_CHANGED Page.hasNextPage (fisheries,harbours)',
        'ANSWERED_BY_ANOTHER Page.hasNextPage (fisheries,harbours)',
      ],
    ],
    [
      '@authenticated on a type',
      `type Vessel @key(fields: "number") @authenticated { number: ID! wind: Int ${OPEN} }`,
      [
        'ACCESS_CHANGED Vessel.berth (fisheries)',
        'ACCESS_CHANGED Vessel.callSign (fisheries)',
        'ACCESS_CHANGED Vessel.catchT (fisheries)',
        'ACCESS_CHANGED Vessel.fines (fisheries)',
        'ACCESS_CHANGED Vessel.flag (fisheries)',
        'ACCESS_CHANGED Vessel.harbour (harbours)',
        'ACCESS_CHANGED Vessel.name (fisheries)',
        'ANSWERED_BY_ANOTHER Vessel.number (fisheries)',
        'ACCESS_CHANGED Vessel.number (fisheries)',
        'ACCESS_CHANGED Vessel.page (fisheries)',
        'ACCESS_CHANGED Vessel.skipper (fisheries)',
        'ACCESS_CHANGED Vessel.weightT (fisheries)',
      ],
    ],
    [
      '@requiresScopes on a scalar that others return',
      `type Query { wind: Int } scalar Tonnes @requiresScopes(scopes: [["any"]])`,
      [
        'VISIBILITY_CHANGED Tonnes (fisheries)',
        'ACCESS_CHANGED Vessel.catchT (fisheries)',
        'ACCESS_CHANGED Vessel.weightT (fisheries)',
      ],
    ],
  ])('%s', async (_what, types, expected) => {
    expect((await consents(types)).sort()).toEqual([...expected].sort());
  });
});

describe('what a variant shows', () => {
  test.each([
    [
      'a tag on the field of another',
      `type Query { page: Page } type Page @shareable { hasNextPage: Boolean @tag(name: "internal") }`,
      ['VISIBILITY_CHANGED Page.hasNextPage (fisheries,harbours)'],
    ],
    [
      'a tag on a type of another',
      `type Query { page: Int } type Berth @shareable @tag(name: "internal") ${OPEN} { pier: String }`,
      ['VISIBILITY_CHANGED Berth.pier (fisheries)'],
    ],
    [
      'a new way to what only a hidden field led to',
      `type Query { wind: Secret } type Secret @key(fields: "id", resolvable: false) { id: ID! }`,
      ['VISIBILITY_CHANGED Secret.id (fisheries)', 'VISIBILITY_CHANGED Secret.text (fisheries)'],
    ],
    [
      'a tag on a value that others take',
      `type Query { wind(kind: Kind): Int } enum Kind { TUG FERRY @tag(name: "internal") }`,
      ['VISIBILITY_CHANGED Kind.FERRY (fisheries)'],
    ],
  ])('%s', async (_what, types, expected) => {
    expect((await consents(types)).sort()).toEqual([...expected].sort());
  });
});

describe('what is kept back is given to another', () => {
  test.each([
    [
      '@requires of a conditional field for an open one',
      `scalar Tonnes type Vessel @key(fields: "number") { number: ID! catchT: Tonnes @external isBusy: Boolean @requires(fields: "catchT") ${OPEN} }`,
      ['GIVEN_TO_ANOTHER Vessel.catchT (fisheries)'],
    ],
    [
      '@requires of an open field is free',
      `scalar Tonnes type Vessel @key(fields: "number") { number: ID! weightT: Tonnes @external isHeavy: Boolean @requires(fields: "weightT") ${OPEN} }`,
      [],
    ],
  ])('%s', async (_what, types, expected) => {
    expect((await consents(types)).sort()).toEqual([...expected].sort());
  });
});

describe('what arguments of others accept', () => {
  test.each([
    [
      'an enum with a value less',
      `type Query { wind(kind: Kind): Int } enum Kind { TUG }`,
      ['ACCEPTS_LESS Kind.FERRY (fisheries)'],
    ],
    [
      'an input object with a field less, or a field that must be given',
      `type Query { wind(filter: VesselFilter): Int } input VesselFilter { name: String! crewed: Boolean }`,
      ['ACCEPTS_LESS VesselFilter.kind (fisheries)', 'ACCEPTS_LESS VesselFilter.name (fisheries)'],
    ],
    [
      'a copy of a field without its argument',
      `type Vessel @key(fields: "number") { number: ID! flag: String @shareable ${OPEN} }`,
      ['ACCEPTS_LESS Vessel.flag(at:) (fisheries)', 'ANSWERED_BY_ANOTHER Vessel.flag (fisheries)'],
    ],
  ])('%s', async (_what, types, expected) => {
    expect((await consents(types)).sort()).toEqual([...expected].sort());
  });
});

describe('free is', () => {
  test.each([
    [
      'a field on an entity of another',
      `type Vessel @key(fields: "number") { number: ID! wind: Int ${OPEN} }`,
    ],
    [
      'a reference',
      `type Query { seen: Vessel } type Vessel @key(fields: "callSign", resolvable: false) { callSign: String! }`,
    ],
    [
      'an open type without a key',
      `type Query { seen: Page berth: Berth } type Page @shareable { hasNextPage: Boolean } type Berth @shareable ${OPEN} { pier: String }`,
    ],
    [
      'the same enum and input object',
      `type Query { wind(kind: Kind, filter: VesselFilter): Int } enum Kind { TUG FERRY } input VesselFilter { name: String kind: Kind crewed: Boolean }`,
    ],
  ])('%s', async (_what, types) => {
    expect(await consents(types)).toEqual([]);
  });
});

test('the departments of this project need no consent of each other, in whichever order they are published', async () => {
  const all = realDepartments();
  for (const last of all) {
    const before = all.filter((one) => one !== last);
    const { supergraphSdl: current } = await checkSubgraphs([], before, null);
    if (current === null) continue;
    const { changes } = await checkSubgraphs(before, [last], current, { variants: VARIANTS });
    expect(changes.filter(({ consentOf }) => consentOf)).toEqual([]);
  }
});

test('what a department changes of its own needs no consent, also when it leaves', async () => {
  const edited = {
    ...FISHERIES,
    sdl: FISHERIES.sdl
      .replace(`catchT: Tonnes ${KEPT}`, 'catchT: Tonnes')
      .replace('weightT: Tonnes', 'weightT: Tonnes @tag(name: "internal")')
      .replace('enum Kind { TUG FERRY }', 'enum Kind { TUG }'),
  };
  const { changes } = await checkSubgraphs(CURRENT, [edited], supergraphSdl, { variants: VARIANTS });
  expect(changes.filter(({ consentOf }) => consentOf)).toEqual([]);
  const left = await checkSubgraphs([FISHERIES], [], supergraphSdl, { by: ['harbours'], variants: VARIANTS });
  expect(left.faults).toEqual([]);
  expect(left.changes.filter(({ consentOf }) => consentOf)).toEqual([]);
});

test('a field that moves needs the consent of the one who gives it up, also where both are published', async () => {
  const without = { ...FISHERIES, sdl: FISHERIES.sdl.replace('    weightT: Tonnes\n', '') };
  const taking = department(
    'weather',
    `scalar Tonnes type Vessel @key(fields: "number") { number: ID! weightT: Tonnes ${OPEN} }`,
  );
  const { faults, changes } = await checkSubgraphs(CURRENT, [without, taking], supergraphSdl);
  expect(faults).toEqual([]);
  expect(changes.filter(({ consentOf }) => consentOf)).toMatchObject([
    { kind: 'ANSWERED_BY_ANOTHER', coordinate: 'Vessel.weightT', consentOf: ['fisheries'] },
  ]);
});

describe('what rules mean cannot be changed by their names', () => {
  const OTHER = `type Vessel @key(fields: "number") { number: ID! wind: Int ${OPEN} }`;
  const check = (sdl: string) =>
    checkSubgraphs(CURRENT, [{ name: 'weather', url: 'http://weather.example/', sdl }], supergraphSdl, {
      variants: VARIANTS,
    });
  const linked = (url: string, names = '"@sharing"') =>
    head(
      LINKS.map((link) => (link.includes('/sharing/') ? `@link(url: "${url}", import: [${names}])` : link)),
    );

  test.each([
    ['another version of the specification', 'https://specs.yiwang.dev/sharing/v1.1'],
    ['a specification of another', 'https://evil.example/sharing/v1.0'],
    ['another major version', 'https://specs.yiwang.dev/sharing/v2.0'],
  ])('%s', async (_what, url) => {
    const { faults, lint } = await check(`${linked(url)}${OTHER}`);
    const refused = [
      ...faults.map(({ code }) => code),
      ...lint.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule),
    ];
    expect(refused).toContain('access-links');
  });

  test('a name of its own for the directive, or a foreign one under its name', async () => {
    const renamed = linked('https://specs.yiwang.dev/sharing/v1.0', '{ name: "@sharing", as: "@open" }')
      .replace('@composeDirective(name: "@sharing")', '@composeDirective(name: "@open")')
      .replace('directive @sharing', 'directive @open');
    expect((await check(`${renamed}${OTHER.replace('@sharing', '@open')}`)).faults).toMatchObject([
      { code: 'COMPOSITION_ABORTED' },
    ]);
    const foreign = linked('https://evil.example/open/v1.0', '{ name: "@open", as: "@sharing" }');
    const { faults, lint } = await check(`${foreign}${OTHER}`);
    expect([...faults.map(({ code }) => code), ...lint.map(({ rule }) => rule)]).toContain('access-links');
  });

  test('a department that omits the definition of a directive', async () => {
    const bare = head().replace(/directive @sharing.*\n/, '');
    expect((await check(`${bare}${OTHER}`)).faults).not.toEqual([]);
  });

  test('a directive of its own on what belongs to others counts, whatever it means', async () => {
    const mine = head([
      ...LINKS,
      '@link(url: "https://weather.example/mark/v1.0", import: ["@mark"]) @composeDirective(name: "@mark")',
    ]);
    const types = `directive @mark on FIELD_DEFINITION type Query { page: Page } type Page @shareable { hasNextPage: Boolean @mark }`;
    expect(await consents(types, { before: mine })).toContain(
      'ACCESS_CHANGED Page.hasNextPage (fisheries,harbours)',
    );
  });
});

test('two departments do not outvote the class that an owner has given', async () => {
  const copy = (name: string) =>
    department(name, `type Query { ${name}Fine: Fine } type Fine @shareable ${OPEN} { cny: Int }`);
  const graph = [...CURRENT, copy('one')];
  const current = composeSupergraph(graph).supergraphSdl;
  const { changes, supergraphSdl: composed } = await checkSubgraphs(graph, [copy('two')], current);
  expect(composed).toMatch(/type Fine[^{]*UNCONDITIONAL/);
  expect(changes).toContainEqual(
    expect.objectContaining({
      kind: 'ACCESS_CHANGED',
      coordinate: 'Fine.cny',
      consentOf: ['fisheries', 'one'],
      message: 'Fine.cny would be read under open, not CONDITIONAL (渔业法).',
    }),
  );
});

test('two departments that say different things of one type do not compose by The Guild’s library', async () => {
  const copy = (name: string) =>
    department(name, `type Query { ${name}Fine: Fine } type Fine @shareable ${OPEN} { cny: Int }`);
  const { faults, supergraphSdl: composed } = await checkSubgraphs(CURRENT, [copy('one')], supergraphSdl, {
    library: 'guild',
  });
  expect(composed).toBeNull();
  expect(faults).toMatchObject([
    {
      code: 'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS',
      message: 'Directive "@sharing" has different arguments on "Fine" in subgraphs "fisheries", "one".',
      help: expect.stringContaining('the same arguments in every department'),
      subgraphs: ['fisheries', 'one'],
    },
  ]);
  expect(faults[0]!.locations).toHaveLength(2);
});

test('a sensitive value is not unmasked, nor an open one masked, by a copy', async () => {
  const copy = (mask: string) =>
    `type Vessel @key(fields: "number") { number: ID! skipper: String @shareable ${mask} ${OPEN} name: String @shareable @sensitive(kind: NAME) }`;
  expect((await consents(copy('@sensitive(kind: PHONE)'))).sort()).toEqual([
    'ACCESS_CHANGED Vessel.name (fisheries)',
    'ANSWERED_BY_ANOTHER Vessel.name (fisheries)',
    'ANSWERED_BY_ANOTHER Vessel.skipper (fisheries)',
  ]);
});

test('@fromContext gives what is kept back to another', async () => {
  const types = `type Query { seen: Vessel }
    scalar Tonnes
    type Vessel @key(fields: "number") @context(name: "vessel") { number: ID! catchT: Tonnes @external catch: Catch ${OPEN} }
    type Catch @key(fields: "id") ${OPEN} { id: ID! tonnes(of: Tonnes @fromContext(field: "$vessel { catchT }")): Tonnes }`;
  expect(await consents(types)).toEqual(['GIVEN_TO_ANOTHER Vessel.catchT (fisheries)']);
});
