import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AGENT,
  BUILDER,
  CITIZEN,
  CITY_OFFICIAL,
  FOOD,
  FORMER_OFFICIAL,
  OFFICIAL,
  type OpenCases,
  openCases,
  OTHER_AGENT,
  OWNER,
  RESTAURANT,
  STRANGER,
  type Who,
} from './open-cases.ts';

let open: OpenCases;
/** Cases by what they are. */
const numbers: Record<string, string> = {};

beforeAll(async () => {
  open = await openCases();
  const on = (day: string) => {
    open.clock.now = new Date(`${day}T02:00:00Z`);
  };
  on('2026-02-02');
  numbers['draft'] = (await open.start(OWNER)).case!.number;
  numbers['overdue'] = await submitted({});
  numbers['suspended'] = await submitted({});
  await open.act(OFFICIAL, 'acceptCase', numbers['suspended']);
  await open.act(OFFICIAL, 'startCaseReview', numbers['suspended']);
  await open.act(OFFICIAL, 'suspendCase', numbers['suspended'], { reason: '核查' });
  on('2026-03-02');
  numbers['new'] = await submitted({});
  numbers['wuxi'] = await submitted({ region: '3202' });
  numbers['returned'] = await submitted({});
  await open.act(OFFICIAL, 'returnCase', numbers['returned'], { defects: [{ problem: '缺章' }] });
  numbers['citizen'] = (await open.start(CITIZEN, { applicant: null })).case!.number;
});
afterAll(() => open[Symbol.asyncDispose]());

async function submitted(input: object): Promise<string> {
  const { number } = (await open.start(OWNER, input)).case!;
  await open.act(OWNER, 'submitCase', number);
  return number;
}

interface Found {
  totalCount: number;
  edges: { cursor: string; node: { number: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function list(who: Who, field: 'myCases' | 'caseInbox', filter = {}, page = {}) {
  const type = field === 'myCases' ? 'MyCaseFilter' : 'CaseInboxFilter';
  const query = `query ($filter: ${type}, $first: Int! = 20, $after: String) {
    answer: ${field}(filter: $filter, first: $first, after: $after) {
      totalCount edges { cursor node { number state } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await open.served.ask(query, who, { filter, ...page });
  return { found: (data?.['answer'] ?? null) as Found | null, code: errors?.[0]?.extensions.code };
}

const namesOf = ({ found }: { found: Found | null }) =>
  found!.edges.map(
    ({ node }) => Object.keys(numbers).find((name) => numbers[name] === node.number) ?? node.number,
  );

describe('the inbox of an official', () => {
  test('has what the offices must act on, the most urgent first, and nothing twice', async () => {
    const inbox = await list(OFFICIAL, 'caseInbox');
    expect(namesOf(inbox)).toEqual(['suspended', 'overdue', 'new', 'wuxi'].sort(byDay));
    expect(inbox.found!.totalCount).toBe(4);
    expect(namesOf(await list(CITY_OFFICIAL, 'caseInbox'))).not.toContain('wuxi');
    expect(namesOf(await list(CITY_OFFICIAL, 'caseInbox'))).toHaveLength(3);
    expect(namesOf(await list(FORMER_OFFICIAL, 'caseInbox'))).toEqual([]);
  });

  /** 'overdue' had to be accepted by 2026-02-09; 'suspended' is promised for the same day. */
  function byDay(one: string, other: string): number {
    const day = (name: string) => (['suspended', 'overdue'].includes(name) ? '1' : '2') + numbers[name]!;
    return day(one) < day(other) ? -1 : 1;
  }

  test.each<[what: string, filter: object, names: string[]]>([
    ['by state', { states: ['SUSPENDED', 'DECIDED'] }, ['suspended']],
    ['by region', { region: '3202' }, ['wuxi']],
    ['by item', { item: FOOD, states: ['SUBMITTED'], region: '3202' }, ['wuxi']],
    ['by another item', { item: 'NO-SUCH-ITEM' }, []],
    ['by what is overdue: not while the clock is stopped', { overdue: true }, ['overdue']],
  ])('is filtered %s', async (_what, filter, names) => {
    const inbox = await list(OFFICIAL, 'caseInbox', filter);
    expect(namesOf(inbox)).toEqual(names);
    expect(inbox.found!.totalCount).toBe(names.length);
  });

  test('comes in pages without a gap or a repeat', async () => {
    const whole = namesOf(await list(OFFICIAL, 'caseInbox'));
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(OFFICIAL, 'caseInbox', {}, { first: 1, after });
      names.push(...namesOf(page));
      after = page.found!.pageInfo.hasNextPage ? page.found!.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual(whole);
  });

  test.each<[what: string, who: Who, filter: object, page: object, code: string]>([
    ['applicants', OWNER, {}, {}, 'FORBIDDEN'],
    ['a client of another department', { ...OFFICIAL, department: 'tax' }, {}, {}, 'FORBIDDEN'],
    ['an application that acts for itself', { ...OFFICIAL, user: null }, {}, {}, 'FORBIDDEN'],
    ['a page of 101', OFFICIAL, {}, { first: 101 }, 'INVALID_ARGUMENT'],
    ['no states', OFFICIAL, { states: [] }, {}, 'CONTRADICTORY_FILTER'],
    ['a cursor that is none', OFFICIAL, {}, { after: 'x' }, 'MALFORMED_CURSOR'],
  ])('is refused to or for %s', async (_what, who, filter, page, code) => {
    expect(await list(who, 'caseInbox', filter, page)).toEqual({ found: null, code });
  });
});

describe('my cases', () => {
  test('are those of the enterprises for which the person acts, in their matters, drafts among them, newest first', async () => {
    const mine = await list(OWNER, 'myCases');
    // A-0001 and A-0002 were not filed in the graph.
    expect(new Set(namesOf(mine))).toEqual(
      new Set(['draft', 'overdue', 'suspended', 'new', 'wuxi', 'returned', 'A-0002', 'A-0001']),
    );
    expect(mine.found!.totalCount).toBe(8);
    expect(namesOf(mine).slice(-2)).toEqual(['A-0002', 'A-0001']);
    expect(namesOf(await list(AGENT, 'myCases'))).toEqual(namesOf(mine));
    expect(namesOf(await list(OTHER_AGENT, 'myCases'))).toEqual([]);
    expect(namesOf(await list(STRANGER, 'myCases'))).toEqual(['A-0003']);
    expect(namesOf(await list(CITIZEN, 'myCases'))).toEqual(['citizen']);
  });

  test('are found once, by however many mandates', async () => {
    const both = { ...OWNER, mandates: [...OWNER.mandates!, ...AGENT.mandates!] };
    expect(namesOf(await list(both, 'myCases'))).toEqual(namesOf(await list(OWNER, 'myCases')));
  });

  test('are filtered, and come in pages without a gap or a repeat', async () => {
    expect(namesOf(await list(OWNER, 'myCases', { states: ['DRAFT', 'RETURNED'] }))).toEqual([
      'returned',
      'draft',
    ]);
    expect(namesOf(await list(OWNER, 'myCases', { applicant: BUILDER }))).toEqual([]);
    expect(namesOf(await list(OWNER, 'myCases', { applicant: RESTAURANT }))).toHaveLength(8);
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(OWNER, 'myCases', {}, { first: 3, after });
      names.push(...namesOf(page));
      after = page.found!.pageInfo.hasNextPage ? page.found!.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual(namesOf(await list(OWNER, 'myCases')));
  });
});

describe('a draft', () => {
  const ENTERPRISE = `query ($number: ID!) {
    case(number: $number) { state }
    _entities(representations: [
      { __typename: "Enterprise", uscc: "${RESTAURANT}" }
      { __typename: "Case", number: "DRAFT" }
    ]) { ... on Enterprise { cases(first: 50) { totalCount edges { node { number } } } } ... on Case { state } }
  }`;

  test('is known to its applicant alone, by whatever door, and so is one that was withdrawn', async () => {
    const withdrawn = (await open.start(OWNER)).case!.number;
    await open.act(OWNER, 'withdrawCase', withdrawn, { reason: null });
    for (const hidden of [numbers['draft']!, withdrawn]) {
      const query = ENTERPRISE.replace('DRAFT', hidden);
      const granted = { ...OFFICIAL, client: 'water-bureau', department: null, scopes: [], user: null };
      for (const who of [OFFICIAL, granted, STRANGER]) {
        const seen = await open.served.ask(query, who, { number: hidden });
        const absent = await open.served.ask(query.replace(hidden, '32010220260202-999999'), who, {
          number: '32010220260202-999999',
        });
        expect(seen).toEqual(absent);
        expect(JSON.stringify(seen)).not.toContain(hidden);
      }
      expect(await open.read(OWNER, hidden, 'state')).not.toBe(null);
    }
  });
});
