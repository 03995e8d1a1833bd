import { describe, expect, test } from 'vitest';
import {
  checkSubgraphs,
  COMPOSITION_LIBRARIES,
  composeSupergraph,
  type SubgraphInput,
} from '../src/index.ts';
import { department, OPEN, READS_HEAD, realDepartments } from './support/departments.ts';

const ships = department(
  'ships',
  `type Query { ship(id: ID!): Ship } "Ship 船." type Ship @key(fields: "id") ${OPEN} { id: ID! "Name." name: String! }`,
);
const crew = department('crew', `type Ship @key(fields: "id") { id: ID! "Crew." crew: Int ${OPEN} }`);
const current = [ships, crew];
const { supergraphSdl } = composeSupergraph(current);

const edited = (subgraph: SubgraphInput, part: string, instead: string): SubgraphInput => {
  expect(subgraph.sdl).toContain(part);
  return { ...subgraph, sdl: subgraph.sdl.replace(part, instead) };
};

test('what is proposed takes the place of what is current, and is linted, composed and compared at once', async () => {
  const proposed = edited(crew, 'crew: Int', 'crew: String master: String');
  const result = await checkSubgraphs(current, [proposed], supergraphSdl);

  expect(result).toEqual({
    faults: [],
    lint: [
      expect.objectContaining({ department: 'crew', rule: 'sharing', coordinate: 'Ship.crew' }),
      expect.objectContaining({ rule: 'descriptions', coordinate: 'Ship.master' }),
    ],
    changes: [
      expect.objectContaining({ kind: 'FIELD_TYPE_CHANGED', severity: 'BREAKING', coordinate: 'Ship.crew' }),
      expect.objectContaining({ kind: 'FIELD_ADDED', severity: 'SAFE', coordinate: 'Ship.master' }),
    ],
    hints: [],
    supergraphSdl: composeSupergraph([ships, proposed]).supergraphSdl,
  });
});

test('the first departments are checked without a graph to compare with', async () => {
  const { faults, changes, supergraphSdl: composed } = await checkSubgraphs([], current, null);

  expect({ faults, changes, composed }).toEqual({ faults: [], changes: [], composed: supergraphSdl });
});

test('the same again changes nothing, to the byte', async () => {
  const result = await checkSubgraphs(current, [crew], supergraphSdl);

  expect(result).toMatchObject({ faults: [], changes: [], supergraphSdl });
});

test('a field moves between departments when both propose it together; it needs the consent of the one who gives it up', async () => {
  const without = edited(ships, '"Name." name: String!', '');
  const added = edited(crew, '"Crew."', `"Name." name: String! @shareable ${OPEN} "Crew."`);

  const result = await checkSubgraphs(current, [without, added], supergraphSdl);
  expect(result).toMatchObject({
    faults: [],
    changes: [{ kind: 'ANSWERED_BY_ANOTHER', coordinate: 'Ship.name', consentOf: ['ships'] }],
  });
});

test.each(['[1]', '[{ a: 1 }]'])('@reads of %s is reported, not thrown', async (fields) => {
  const ports = department(
    'ports',
    `${READS_HEAD} type Query { ports(near: Int @reads(fields: ${fields}), by: By): [String] ${OPEN} } enum By { NAME @reads(fields: ${fields}) }`,
  );
  const { faults, lint, supergraphSdl: composed } = await checkSubgraphs(current, [ports], supergraphSdl);

  expect(composed).toBeNull();
  expect(faults).toContainEqual(expect.objectContaining({ subgraphs: ['ports'] }));
  for (const coordinate of ['Query.ports(near:)', 'By.NAME']) {
    expect(lint).toContainEqual(expect.objectContaining({ rule: 'argument-reads', coordinate }));
  }
});

describe.each(COMPOSITION_LIBRARIES)(
  'a bad proposal is refused by %s with a reason, and says nothing of others',
  (library) => {
    const check = (sdl: string, of = ships) =>
      checkSubgraphs(current, [{ ...of, sdl }], supergraphSdl, { library });

    test.each([
      ['does not parse', 'type Query {', 'INVALID_GRAPHQL', /Syntax Error/],
      ['is empty', '', 'INVALID_GRAPHQL', /Syntax Error/],
      [
        'is nested without end',
        `type Query { n: ${'['.repeat(100_000)}`,
        'INVALID_GRAPHQL',
        /nested too deeply/,
      ],
      ['is 20 MB', `"${'x'.repeat(20_000_000)}" type Query { n: Int }`, 'TOO_LARGE', /larger than 5 MiB/],
      [
        'composes to nothing',
        department('ships', 'type Ship @key(fields: "id") { id: ID! }').sdl,
        'NO_QUERIES',
        /No queries found/,
      ],
      [
        'names an undefined type',
        department('ships', 'type Query { ship: Boat }').sdl,
        'INVALID_GRAPHQL',
        /Unknown type Boat/,
      ],
      [
        'links what is not known',
        'extend schema @link(url: "https://specs.apollo.dev/federation/v9.9") type Query { n: Int }',
        'UNKNOWN_FEDERATION_LINK_VERSION',
        /Invalid version v9.9/,
      ],
    ])('SDL that %s', async (_case, sdl, code, message) => {
      const result = await check(sdl);

      expect(result.supergraphSdl).toBeNull();
      expect(result.faults[0]).toMatchObject({ code, subgraphs: code === 'NO_QUERIES' ? [] : ['ships'] });
      expect(result.faults[0]!.message).toMatch(message);
      expect(result.faults[0]!.help).toMatch(/^[A-Z].*[.]$/);
    });

    test('the lint also reports SDL of 20 MB, and nothing parses it', async () => {
      const { lint } = await check('x'.repeat(20_000_000));

      expect(lint).toMatchObject([{ rule: 'size', severity: 'ERROR', department: 'ships' }]);
    });

    test('a key that is renamed', async () => {
      const renamed = ships.sdl.replace('fields: "id"', 'fields: "no"').replace('{ id: ID!', '{ no: ID!');
      const { faults, changes } = await check(renamed);

      expect(faults.map(({ code }) => code)).toContain('SATISFIABILITY_ERROR');
      expect(changes).toMatchObject([
        {
          kind: 'KEY_CHANGED',
          severity: 'BREAKING',
          coordinate: 'Ship',
          message: expect.stringContaining('The key of Ship in ships changes from "id" to "no"'),
        },
      ]);
    });

    test('names that look like those of another department', async () => {
      const { lint } = await check(
        `${ships.sdl} type Captain ${OPEN} { n: Int } type CaptaIn ${OPEN} { n: Int }`,
      );
      const across = await check(`${crew.sdl} type ShIp ${OPEN} { n: Int }`, crew);

      expect(lint.filter(({ severity }) => severity === 'ERROR')).toMatchObject([
        { rule: 'look-alike-names', coordinate: 'CaptaIn' },
      ]);
      expect(across.lint.filter(({ severity }) => severity === 'ERROR')).toMatchObject([
        { rule: 'look-alike-names', coordinate: 'ShIp' },
      ]);
    });

    test('two proposals of one name', async () => {
      const { faults } = await checkSubgraphs(current, [crew, crew], supergraphSdl, { library });

      expect(faults).toMatchObject([{ code: 'DUPLICATE_SUBGRAPH_NAME', subgraphs: ['crew'] }]);
    });
  },
);

test.each(COMPOSITION_LIBRARIES)(
  'the departments of this project pass by %s: no fault, no error, no hint',
  async (library) => {
    const { faults, lint, hints } = await checkSubgraphs([], realDepartments(), null, { library });

    expect({ faults, hints }).toEqual({ faults: [], hints: [] });
    expect(lint.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  },
);

test.each([
  ['apollo', 'guild'],
  ['guild', 'apollo'],
] as const)(
  'clients see no change, and no consent is needed, when %s composed before and %s does now',
  async (before, library) => {
    const departments = realDepartments();
    const variants = [{ name: 'public', excludeTags: ['internal', 'departments'] }];
    const { supergraphSdl: composed } = composeSupergraph(departments, before);
    const result = await checkSubgraphs(departments, [], composed, { library, variants });

    expect(result.supergraphSdl).not.toBe(composed);
    expect(result).toMatchObject({ faults: [], changes: [] });
  },
);
