import { createAnswerCache, createCompiledEngine, type Engine } from '@yiwang/engine';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { startRelay } from '@yiwang/subgraph-kit/outbox';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PAGE, type Served } from '../clients/served.ts';
import type { OpenGraph } from '../open-graph.ts';

/** Lists whose rows may be cached, with what leads to a row. */
const LISTS: readonly (readonly [department: string, type: string, open: string, close: string])[] = [
  ['permits', 'ServiceItem', 'serviceItems(first: 20) { edges { node', '} }'],
  ['permits', 'CatalogueItem', 'catalogueItems(first: 20) { edges { node', '} }'],
  [
    'permits',
    'Permit',
    'enterprises(first: 50) { edges { node { permits(first: 5) { edges { node',
    '} } } } }',
  ],
  ['enterprises', 'Enterprise', 'enterprises(first: 50) { edges { node', '} }'],
  ['permits', 'ServiceDepartmentOffer', 'serviceDepartments(region: "320000")', ''],
];
const MAX_DEPTH = 3;

/** @param graph nobody else may ask the departments at the same time */
export function testAnnouncedTables(graph: () => OpenGraph, served: () => Served): void {
  let engine: Engine;
  beforeAll(async () => {
    const answerCache = createAnswerCache({ maxBytes: 1_000_000 });
    for (const name of graph().schemas.keys()) answerCache.setFollowState(name, 'FOLLOWED');
    engine = await createCompiledEngine({
      supergraphSdl: graph().supergraphSdl,
      timeoutMs: 30_000,
      answerLimitBytes: 10_000_000,
      connections: 4,
      onSubgraphFault: () => {},
      answerCache,
    });
  });
  afterAll(() => engine.stop());

  /** Tables of each department that the answer was read from; null when the answer may not be cached. */
  async function tablesOf(query: string): Promise<Map<string, Set<string>> | null> {
    for (const database of graph().databases.values()) database.forgetStatements();
    const answer = await engine.answer({ query });
    expect([query, answer?.errors]).toEqual([query, []]);
    if (!answer?.cached) return null;
    return new Map(
      [...graph().databases].map(([name, { statements }]) => [name, new Set(statements.flatMap(namesIn))]),
    );
  }

  /** The tables and views of a department, and whether they announce changes. */
  async function announcingIn(department: string): Promise<Map<string, boolean>> {
    const rows = await graph().databases.get(department)!.sql<{ table: string; isAnnounced: boolean }[]>`
      select c.relname as table, exists (
        select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = c.oid and p.proname = 'announce_changes') as "isAnnounced"
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')`;
    return new Map(rows.map(({ table, isAnnounced }) => [table, isAnnounced]));
  }

  test('every table of a department that announces changes, of which answers are cached, announces its own', async () => {
    const silent = new Map<string, Set<string>>();
    let cached = 0;
    for (const [department, type, open, close] of LISTS) {
      const schema = graph().schemas.get(department)!;
      for (const selection of selectionsOf(schema.getType(type) as GraphQLObjectType)) {
        const read = await tablesOf(`{ ${open} { ${selection} } ${close} }`);
        if (!read) continue;
        cached += 1;
        for (const [name, tables] of read) {
          const announcing = await announcingIn(name);
          // One that announces nothing is cached by age alone.
          if (![...announcing.values()].includes(true)) continue;
          for (const table of tables) {
            if (announcing.get(table) === false)
              silent.set(`${name}.${table}`, (silent.get(`${name}.${table}`) ?? new Set()).add(selection));
          }
        }
      }
    }
    expect(cached).toBeGreaterThan(30);
    expect(silent).toEqual(new Map());
  });

  test('a change shows through a gateway that had kept the page, and pages of others stay', async () => {
    const { sql } = graph().databases.get('permits')!;
    await using _relay = startRelay(sql, { department: 'permits', pollMs: 50 });
    const [other] = await sql<{ uscc: string }[]>`
      select holder_uscc as uscc from permits where holder_uscc is not null and holder_uscc <> ${served().uscc} limit 1`;
    const page = (uscc: string) => served().ask(PAGE, { uscc });
    const isKept = async (uscc: string) => {
      await page(uscc);
      graph().takeStatements();
      await page(uscc);
      return Object.values(graph().takeStatements()).every((count) => count === 0);
    };
    for (const uscc of [served().uscc, other!.uscc])
      await vi.waitFor(async () => expect(await isKept(uscc)).toBe(true), 20_000);
    await sql`update permits set name = 'renamed permit' where holder_uscc = ${served().uscc}`;
    await vi.waitFor(
      async () => expect(JSON.stringify(await page(served().uscc))).toContain('renamed permit'),
      20_000,
    );
    graph().takeStatements();
    await page(other!.uscc);
    expect(graph().takeStatements()).toMatchObject({ permits: 0, enterprises: 0 });
  });
}

/** One selection for each field that can be asked without arguments; of objects, all that is beneath. */
function selectionsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap((field) => selectionOf(field, 1) ?? []);
}

function selectionOf(field: GraphQLField<unknown, unknown>, depth: number): string | null {
  if (field.args.some(isRequiredArgument)) return null;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (!isObjectType(type) || depth > MAX_DEPTH) return null;
  const beneath = Object.values(type.getFields()).flatMap((one) =>
    isLeafType(getNamedType(one.type)) || depth < 2 ? (selectionOf(one, depth + 1) ?? []) : [],
  );
  return beneath.length === 0 ? null : `${field.name} { ${beneath.join(' ')} }`;
}

/** Every name that a statement has behind "from" or "join", among them functions and names that it defines itself. */
function namesIn(statement: string): string[] {
  return [...statement.matchAll(/\b(?:from|join)\s+(?:only\s+)?"?([a-z_]\w*)/gi)].map(([, name]) => name!);
}
