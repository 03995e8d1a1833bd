import { describe, expect, test } from 'vitest';
import { lintSubgraph } from '../src/index.ts';
import { department, HEAD, OPEN, READS_HEAD, realDepartments } from './support/departments.ts';

/** `SEVERITY rule coordinate`, without what is said of missing descriptions unless it is asked for. */
function found(types: string, others: Parameters<typeof lintSubgraph>[1] = [], rule?: string): string[] {
  return lintSubgraph(department('ships', types), others)
    .filter((finding) => (rule ? finding.rule === rule : finding.rule !== 'descriptions'))
    .map(({ severity, rule: name, coordinate }) => `${severity} ${name} ${coordinate}`);
}

const VESSEL = `type Vessel @key(fields: "number") ${OPEN} { number: ID! name: String! }`;

test('the departments of this project are without an error, alone and beside each other', () => {
  const departments = realDepartments();
  for (const one of departments) {
    const others = departments.filter((other) => other !== one);
    expect(lintSubgraph(one).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(lintSubgraph(one, others).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  }
});

test('a finding tells department, rule, coordinate, place and what to do', () => {
  const [, finding] = lintSubgraph(department('ships', '\ntype Vessel {\n  name: String! }'));

  expect(finding).toEqual({
    department: 'ships',
    rule: 'sharing',
    severity: 'ERROR',
    message: expect.stringContaining('Say with @sharing(class: …) who may read Vessel.name'),
    coordinate: 'Vessel.name',
    location: { line: HEAD.split('\n').length + 2, column: 3 },
  });
});

describe('existence', () => {
  const KEPT = '@sharing(class: CONDITIONAL, basis: "law", cycle: DAILY)';
  const CASE = `type Case ${KEPT} { text: String }`;
  const LISTED = `${CASE} type CaseConnection { edges: [CaseEdge!]! totalCount: Int! } type CaseEdge { node: Case! }`;

  test.each([
    ['a connection over rows that are kept back', `${LISTED} type Query { cases: CaseConnection }`, []],
    [
      'a connection that may not be null',
      `${LISTED} type Query { cases: CaseConnection! }`,
      ['ERROR existence Query.cases'],
    ],
    [
      'a reference that may not be null',
      `${CASE} type Vessel ${OPEN} { name: String case: Case! }`,
      ['ERROR existence Vessel.case'],
    ],
    [
      'a reference that is kept back itself',
      `${CASE} type Vessel ${OPEN} { name: String case: Case! ${KEPT} }`,
      [],
    ],
    [
      'a list in a form of its own, with a number beside it',
      `${CASE} type CaseBook ${OPEN} { total: Int rows: [Case!] }`,
      ['ERROR existence CaseBook.rows'],
    ],
    [
      'the outcome of a mutation, with a number beside its rows',
      `${CASE} type CasePayload { total: Int rows: [Case!] }`,
      ['ERROR existence CasePayload.rows'],
    ],
    ['a list in a type of the same class', `${CASE} type CaseBook ${KEPT} { total: Int rows: [Case!] }`, []],
    [
      'a number that is named for rows that are kept back',
      `${CASE} type Port ${OPEN} { caseCount: Int totalCases: Int length: Int }`,
      ['ERROR existence Port.caseCount', 'ERROR existence Port.totalCases'],
    ],
    [
      'a number that says what it is made from',
      `directive @aggregate(over: [String!]!, minimum: Int) on FIELD_DEFINITION
      ${CASE} type Port ${OPEN} { caseCount: Int @aggregate(over: ["Case.text"]) totalCases: Int @aggregate(over: []) }`,
      [],
    ],
    [
      'a field for everyone among fields that are kept back',
      `type Case ${KEPT} { text: String open: Int ${OPEN} }`,
      ['WARNING existence Case.open'],
    ],
  ])('%s', (_what, types, expected) => {
    expect(found(types, [], 'existence')).toEqual(expected);
  });
});

describe('sharing', () => {
  test.each([
    ['a type that says nothing', 'type Vessel { name: String! length: Int }', ['ERROR sharing Vessel']],
    [
      'one field that says nothing',
      `type Vessel { name: String! length: Int ${OPEN} }`,
      ['ERROR sharing Vessel.name'],
    ],
    ['fields that each say it', `type Vessel { name: String! ${OPEN} }`, []],
    ['a type that says it for its fields', VESSEL, []],
    [
      'a class without a cycle',
      'type Vessel @sharing(class: UNCONDITIONAL) { name: String! }',
      ['WARNING sharing Vessel'],
    ],
    [
      'a field that takes the cycle of its type',
      `type Vessel ${OPEN} { name: String! @sharing(class: UNCONDITIONAL) }`,
      [],
    ],
    [
      'conditional without a rule',
      'type Vessel @sharing(class: CONDITIONAL, cycle: DAILY) { name: String! }',
      ['WARNING sharing Vessel'],
    ],
    [
      'not shared without a law',
      'type Vessel @sharing(class: NOT_SHARED, basis: " ", cycle: DAILY) { name: String! }',
      ['ERROR sharing Vessel'],
    ],
    [
      'not shared by a law',
      'type Vessel @sharing(class: NOT_SHARED, basis: "保守国家秘密法", cycle: DAILY) { name: String! }',
      [],
    ],
    [
      'roots, pages, outcomes, keys of another department and what it resolves',
      `type Query { vessels(first: Int!, after: String): VesselConnection }
       type VesselConnection { edges: [VesselEdge!]! pageInfo: PageInfo! } type VesselEdge { node: Vessel! cursor: String! }
       type PageInfo @shareable { hasNextPage: Boolean! } ${VESSEL}
       type Mutation { scrap: ScrapPayload! } type ScrapPayload { vessel: Vessel userErrors: [UserError!]! @listSize(assumedSize: 5) } type UserError { message: String! }
       type DockPayload { userErrors: [DockUserError!]! @listSize(assumedSize: 5) } type DockUserError { code: String! }
       type Enterprise @key(fields: "uscc") { uscc: USCC! name: String @external berths: Int @requires(fields: "name") ${OPEN} } scalar USCC`,
      [],
    ],
  ])('%s', (_case, types, expected) => {
    expect(found(types)).toEqual(expected);
  });

  test.each([
    ['another class', 'UNCONDITIONAL CONDITIONAL NOT_SHARED', 'UNCONDITIONAL SECRET'],
    ['an argument less', ', basis: String', ''],
    ['not composed', '@composeDirective(name: "@sharing")', ''],
  ])('a definition that differs from that of other departments is an error: %s', (_case, part, instead) => {
    const { sdl } = department('ships', VESSEL);

    const findings = lintSubgraph({ name: 'ships', sdl: sdl.replace(part, instead) });

    expect(findings.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule)).toEqual([
      'sharing-definition',
    ]);
  });

  test.each([
    ['differs', 'UNCONDITIONAL SECRET', "SharingClass differs from the platform's. Remove the definition,"],
    ['is missing', '', 'SharingClass is not defined. The kit and yiwang add the definition'],
  ])('a definition that %s is told with what to do, and as the platform has it', (_case, values, told) => {
    const { sdl } = department('ships', VESSEL);
    const definition = 'enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }';
    const instead = values && definition.replace('UNCONDITIONAL CONDITIONAL NOT_SHARED', values);

    const findings = lintSubgraph({ name: 'ships', sdl: sdl.replace(definition, instead) });

    const { message } = findings.find(({ rule }) => rule === 'sharing-definition')!;
    expect(message).toContain(told);
    expect(message).toContain(definition);
  });

  test('a directive that is linked under another name is found', () => {
    const sdl = department('ships', VESSEL)
      .sdl.replaceAll('@sharing', '@open')
      .replace('["@open"]', '[{ name: "@sharing", as: "@open" }]');

    expect(lintSubgraph({ name: 'ships', sdl }).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });
});

describe('nullability over departments', () => {
  const enterprises = department(
    'enterprises',
    `type Query { enterprise: Enterprise } scalar USCC type Enterprise @key(fields: "uscc") ${OPEN} { uscc: USCC! name: String! }`,
  );

  test.each([
    [
      'a field added to an `extend`ed entity',
      `extend type Enterprise @key(fields: "uscc") { uscc: USCC! berths: Int! ${OPEN} }`,
      ['ERROR nullability Enterprise.berths'],
    ],
    [
      'a field added where the key is not resolvable',
      `type Enterprise @key(fields: "uscc", resolvable: false) { uscc: USCC! } type Vessel ${OPEN} { owner: Enterprise! }`,
      ['ERROR nullability Vessel.owner'],
    ],
    [
      'a reference that is nullable',
      `type Enterprise @key(fields: "uscc", resolvable: false) { uscc: USCC! } type Vessel ${OPEN} { owner: Enterprise }`,
      [],
    ],
    [
      'a list of references, none of which may be missing',
      `type Enterprise @key(fields: "uscc", resolvable: false) { uscc: USCC! } type Vessel ${OPEN} { owners: [Enterprise!]! @listSize(assumedSize: 3) }`,
      ['WARNING nullability Vessel.owners'],
    ],
    [
      'an entity of its own',
      `type Query { vessel: Vessel } ${VESSEL} type Berth ${OPEN} { vessel: Vessel! }`,
      [],
    ],
  ])('%s', (_case, types, expected) => {
    expect(found(`${types} scalar USCC`)).toEqual(expected);
  });

  test.each([
    ['a field of Query', 'type Query { vessels: Int! }', ['ERROR nullability Query.vessels']],
    [
      'a list of Query, whose items may be promised',
      'type Query { a: [Int!]! b: [Int!] }',
      ['ERROR nullability Query.a'],
    ],
    [
      'a field of a query type of another name',
      'schema { query: Root } type Root { count: Int! }',
      ['ERROR nullability Root.count'],
    ],
    [
      'a page of an object',
      `type Fleet ${OPEN} { vessels(first: Int, after: String): VesselConnection! }
       type VesselConnection { edges: [VesselEdge!]! } type VesselEdge { node: Vessel! } ${VESSEL}`,
      ['WARNING nullability Fleet.vessels'],
    ],
  ])('what is asked for is nullable: %s', (_case, types, expected) => {
    expect(found(types, [], 'nullability')).toEqual(expected);
  });

  test('with the other departments in view, an entity belongs to the one whose queries lead to it', () => {
    const types = `type Enterprise @key(fields: "uscc") { uscc: USCC! berths: Int! ${OPEN} } scalar USCC`;

    expect(found(types)).toEqual([]);
    expect(found(types, [enterprises])).toEqual(['ERROR nullability Enterprise.berths']);
  });
});

describe('names that are easily taken for each other', () => {
  test.each([
    ['I and l', `type Bill ${OPEN} { n: Int } type BiIl ${OPEN} { n: Int }`, ['ERROR look-alike-names BiIl']],
    ['1 and l', `type Vessel ${OPEN} { level: Int leve1: Int }`, ['ERROR look-alike-names Vessel.leve1']],
    ['O and 0', `type TO ${OPEN} { n: Int } type T0 ${OPEN} { n: Int }`, ['ERROR look-alike-names T0']],
    [
      'rn and m',
      `type Permit ${OPEN} { n: Int } type Perrnit ${OPEN} { n: Int }`,
      ['ERROR look-alike-names Perrnit'],
    ],
    [
      'case alone',
      `type Vessel ${OPEN} { fullname: Int fullName: Int }`,
      ['ERROR look-alike-names Vessel.fullName'],
    ],
    [
      'arguments',
      `type Query { vessel(owner: ID, Owner: ID): Int }`,
      ['ERROR look-alike-names Query.vessel(Owner:)', 'WARNING naming Query.vessel(Owner:)'],
    ],
    [
      'values of an enum',
      'enum Kind { FERRY FERRY_ FErry }',
      ['ERROR look-alike-names Kind.FErry', 'WARNING naming Kind.FERRY_', 'WARNING naming Kind.FErry'],
    ],
    [
      'names that only resemble',
      `type Vessel ${OPEN} { mail: Int mall: Int v10: Int v11: Int day: Int clay: Int }`,
      [],
    ],
  ])('%s', (_case, types, expected) => {
    expect(found(types)).toEqual(expected);
  });

  test('a type is also compared with the types of other departments', () => {
    const others = [department('permits', `type Permit ${OPEN} { n: Int }`)];

    expect(found(`type Perrnit ${OPEN} { n: Int }`, others)).toEqual(['ERROR look-alike-names Perrnit']);
    expect(found(`type Permit ${OPEN} { n: Int }`, others)).toEqual([]);
  });
});

test.each([
  [`type Vessel ${OPEN} { uscc: String }`, ['ERROR shared-scalars Vessel.uscc']],
  [
    `type Vessel ${OPEN} { ownerUscc: ID! regionCode: Int }`,
    ['ERROR shared-scalars Vessel.ownerUscc', 'ERROR shared-scalars Vessel.regionCode'],
  ],
  ['input VesselFilter { usccs: [String!] }', ['ERROR shared-scalars VesselFilter.usccs']],
  ['type Query { vessel(parcelCode: String): Int }', ['ERROR shared-scalars Query.vessel(parcelCode:)']],
  [
    `type Vessel ${OPEN} { builtOn: String seenAt: String priceCny: Float }`,
    [
      'WARNING shared-scalars Vessel.builtOn',
      'WARNING shared-scalars Vessel.seenAt',
      'WARNING shared-scalars Vessel.priceCny',
    ],
  ],
  [
    `scalar USCC scalar Date type Vessel ${OPEN} { uscc: USCC builtOn: Date code: String button: String }`,
    [],
  ],
])('codes, days and money are typed by shared scalars: %s', (types, expected) => {
  expect(found(types)).toEqual(expected);
});

test.each([
  [`type Query { all: [Vessel!] } ${VESSEL}`, ['WARNING pagination Query.all']],
  [
    `type Query { all: [Vessel!] @listSize(assumedSize: 5) names: [String!] few(first: Int): [Vessel!] } ${VESSEL}`,
    [],
  ],
  [
    `type Query { all(first: Int): VesselConnection } type VesselConnection { edges: [VesselEdge] } type VesselEdge { node: Vessel } ${VESSEL}`,
    ['WARNING pagination Query.all'],
  ],
])('lists that can grow are pages: %s', (types, expected) => {
  expect(found(types)).toEqual(expected);
});

test('departments that share a type or a field agree on who may read it', () => {
  const vessel = (ofType: string, ofName: string) =>
    `type Vessel @key(fields: "number") @shareable ${ofType} { number: ID! name: String! ${ofName} }`;
  const conditional = '@sharing(class: CONDITIONAL, basis: "海上交通安全法")';
  const agreement = (ofType: string, ofName: string, others: [string, string]) =>
    found(vessel(ofType, ofName), [department('ports', vessel(...others))], 'sharing-agreement');

  expect(agreement(OPEN, '', [OPEN, ''])).toEqual([]);
  expect(agreement(OPEN, conditional, [OPEN, conditional])).toEqual([]);
  expect(agreement(OPEN, '', [conditional, ''])).toEqual(['ERROR sharing-agreement Vessel']);
  expect(agreement(OPEN, OPEN, [OPEN, conditional])).toEqual(['ERROR sharing-agreement Vessel.name']);
});

test('types, and fields whose type does not say it, are described', () => {
  const types = `type Vessel ${OPEN} { name: String kind: Kind owner: Enterprise } "Kind 类型." enum Kind { FERRY } type Enterprise @key(fields: "uscc") { uscc: ID! }`;

  expect(found(types, [], 'descriptions')).toEqual([
    'WARNING descriptions Vessel',
    'WARNING descriptions Vessel.name',
    'WARNING descriptions Vessel.owner',
  ]);
});

test('names follow the house style', () => {
  expect(found(`type fishing_vessel ${OPEN} { Full_name: Int } enum Kind { ferry }`)).toEqual([
    'WARNING naming fishing_vessel',
    'WARNING naming fishing_vessel.Full_name',
    'WARNING naming Kind.ferry',
  ]);
});

test('what is no GraphQL, too deep or too large is one finding', () => {
  const lint = (sdl: string) => lintSubgraph({ name: 'ships', sdl });

  expect(lint('type {')).toMatchObject([
    { rule: 'syntax', severity: 'ERROR', location: { line: 1, column: 6 } },
  ]);
  expect(lint('')).toMatchObject([{ rule: 'syntax' }]);
  expect(lint(`type Query { deep: ${'['.repeat(200_000)}`)).toMatchObject([
    { rule: 'syntax', message: 'It is nested too deeply to be read.', location: null },
  ]);
  expect(lint(`"${'x'.repeat(20 * 1024 * 1024)}" type Query { n: Int }`)).toMatchObject([
    { rule: 'size', severity: 'ERROR', message: 'The SDL is larger than 5 MiB, so it was not read.' },
  ]);
});

describe('what arguments read', () => {
  const KEPT = `type Vessel @key(fields: "number") ${OPEN} { number: ID! name: String! length: Int
    owner: String @sharing(class: CONDITIONAL, basis: "law", cycle: DAILY) }`;
  const MASKED = `type Vessel @key(fields: "number") ${OPEN} { number: ID! name: String! length: Int
    owner: String @sensitive(kind: PERSON_NAME) }`;
  const query = (given: string) =>
    `type Query { vessels(first: Int!, after: String, ${given}): [Vessel] @listSize(assumedSize: 5) }`;
  const errors = (types: string, others: Parameters<typeof lintSubgraph>[1] = []) =>
    found(`${READS_HEAD}${types}`, others).filter((finding) => finding.startsWith('ERROR'));

  test.each([
    [
      'an argument that is named like nothing',
      query('near: Int'),
      ['ERROR argument-reads Query.vessels(near:)'],
    ],
    ['one that is named like a field of the rows', query('owner: String, name: String'), []],
    ['one that says it', query('near: Int @reads(fields: ["Vessel.length"])'), []],
    ['one that reads nothing', query('near: Int @reads(fields: [])'), []],
    [
      'an input field, however deep, and once however often',
      `${query('filter: F, other: F')} input F { and: [F!] inner: G name: String } input G { near: Int longer: Int @reads(fields: ["Vessel.length"]) }`,
      ['ERROR argument-reads G.near'],
    ],
    [
      'what is part of something that says it',
      `${query('box: Box @reads(fields: ["Vessel.length"])')} input Box { west: Int east: Int }`,
      [],
    ],
    [
      'an order whose values say it, and one of which not all do',
      `${query('orderBy: Order, by: By')}
       enum Order { NAME @reads(fields: ["Vessel.name"]) OWNER @reads(fields: ["Vessel.owner"]) }
       enum By { NAME @reads(fields: ["Vessel.name"]) OWNER }`,
      ['ERROR argument-reads Query.vessels(by:)'],
    ],
    [
      'a field of a value',
      'type Query { count(near: Int): Int }',
      ['ERROR argument-reads Query.count(near:)'],
    ],
    ['the key of the one that is asked for', 'type Query { vessel(number: ID!): Vessel }', []],
    [
      'mutations',
      `type Query { vessel(number: ID!): Vessel } type Mutation { rename(to: String, input: I): Vessel } input I { near: Int }`,
      [],
    ],
    [
      'fields that do not exist',
      `${query('near: Int @reads(fields: ["Vessel.length", "Vessel.gone", "Gone.name", "Vessel"])')}`,
      Array(3).fill('ERROR argument-reads Query.vessels(near:)'),
    ],
    ...['1', '[1]', '[{ a: 1 }]', '[[1]]', '[null]'].map((fields): [string, string, string[]] => [
      `what is not the name of a field: ${fields}`,
      query(`near: Int @reads(fields: ${fields})`),
      ['ERROR argument-reads Query.vessels(near:)'],
    ]),
  ])('%s', (_case, types, expected) => {
    expect(errors(`${types} ${KEPT}`)).toEqual(expected);
  });

  test('is asked of departments that keep something back, by whatever it is', () => {
    const types = query('near: Int');
    const missing = ['ERROR argument-reads Query.vessels(near:)'];
    expect(errors(`${types} ${VESSEL}`)).toEqual([]);
    expect(errors(`${types} ${MASKED}`)).toEqual(missing);
    const elsewhere = department(
      'ports',
      `type Vessel @key(fields: "number") { number: ID! name: String! @sharing(class: NOT_SHARED, basis: "law") }`,
    );
    expect(errors(`${types} ${VESSEL}`, [elsewhere])).toEqual(missing);
  });

  test('is the same in departments that share an input type', () => {
    const types = (reads: string) => `${query('filter: F')} input F { near: Int ${reads} } ${KEPT}`;
    const other = {
      name: 'ports',
      sdl: `${HEAD}${READS_HEAD}${types('@reads(fields: ["Vessel.owner", "Vessel.length"])')}`,
    };
    expect(errors(types('@reads(fields: ["Vessel.length", "Vessel.owner"])'), [other])).toEqual([]);
    expect(errors(types('@reads(fields: [])'), [other])).toEqual(['ERROR argument-reads F.near']);
    expect(errors(`${query('filter: F')} input F { near: Int } ${KEPT}`, [other])).toContain(
      'ERROR argument-reads F.near',
    );
  });

  test.each([
    ['a definition that cannot be repeated', 'repeatable ', ''],
    ['not composed', '@composeDirective(name: "@reads")', ''],
    ['masked values that are not composed', '@composeDirective(name: "@sensitive")', ''],
  ])('is defined and composed as everywhere: %s', (_case, part, instead) => {
    const { sdl } = department('ships', `${READS_HEAD}${query('near: Int @reads(fields: [])')} ${MASKED}`);
    const rules = lintSubgraph({ name: 'ships', sdl: sdl.replace(part, instead) });
    expect(rules.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule)).toEqual([
      'reads-definition',
    ]);
  });
});
