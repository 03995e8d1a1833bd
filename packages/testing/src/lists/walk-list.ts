import type { Assertion } from '@yiwang/identity';
import type { Sql } from 'postgres';
import type { AskedDepartment } from './asked-department.ts';
import { candidatesOf } from './candidates.ts';
import { type Column, readRectangle } from './columns.ts';
import type { ReadStatement } from './explain.ts';
import { principalsOf } from './principals.ts';
import type { ListField, ListInput } from './read-lists.ts';
import { frequent, oddityOf, representative, type TriedValue } from './tried-values.ts';
import { type GivenInput, type ListRequest, writeDocument } from './write-document.ts';
import type { Statement } from '../statements/record-statements.ts';

/** One request that was answered. */
export interface WalkedRequest {
  document: string;
  user: string | null;
  /** Rows that match; infinite where the department counts no further. */
  matching: number;
  /** Of the first answer, and of each further one. */
  firstMs: number;
  againMs: readonly number[];
  read: readonly ReadStatement[];
}

export interface ListReport {
  coordinate: string;
  requests: readonly WalkedRequest[];
  /** Inputs for which the data gave no value that the department accepts, and the list itself where it could not be asked for, with the reason. */
  unwalked: readonly string[];
}

export interface WalkerOptions {
  department: AskedDepartment;
  name: string;
  sql: Sql;
  columns: readonly Column[];
  rights: Pick<Assertion, 'reads' | 'scopes'>;
  explain: (statements: readonly Statement[]) => Promise<ReadStatement[]>;
  repeats: number;
}

interface Page {
  matching: number;
  endCursor: string | null;
}

/** Of {@link representative} values, which of the one input with which of the other. */
const PAIRS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
];
/** Lengths of periods, in days. */
const PERIODS = [7300, 3650, 720, 360, 180, 90];
/** Values that hardly any data has, for inputs that no column is like. */
const FOUND_NOWHERE: Readonly<Record<string, readonly unknown[]>> = {
  String: ['Query.id', '2026-03', '龘龘'],
  ID: ['none-such'],
  Int: [30],
  USCC: ['91320000608950987L'],
  Date: ['2026-01-31'],
  DateTime: ['2026-01-31T00:00:00.000Z'],
};

export function createListWalker(options: WalkerOptions) {
  const { department, name, sql, columns, rights, explain, repeats } = options;

  return async function walk(list: ListField): Promise<ListReport> {
    const requests: WalkedRequest[] = [];
    const unwalked: string[] = [];
    const problems = new Map<string, string>();

    async function send(request: ListRequest, principal: Partial<Assertion>): Promise<Page | null> {
      const document = writeDocument(request);
      const first = await department.ask(document, principal);
      const page = pageOf(list, first.answer.data);
      if (first.answer.errors || page === null) {
        const { message = 'null' } = first.answer.errors?.[0] ?? {};
        problems.set(inputNames(request.given), message);
        return null;
      }
      const againMs: number[] = [];
      for (let turn = 0; turn < repeats; turn += 1)
        againMs.push((await department.ask(document, principal)).milliseconds);
      requests.push({
        document,
        user: principal.user ?? null,
        matching: page.matching,
        firstMs: first.milliseconds,
        againMs,
        read: await explain(first.statements),
      });
      return page;
    }

    /** As `send`, for what is found alone. */
    async function look(request: ListRequest, principal: Partial<Assertion>): Promise<Page | null> {
      const { answer } = await department.ask(writeDocument(request), principal);
      return answer.errors ? null : pageOf(list, answer.data);
    }

    const tablesRead = () => new Set(requests.flatMap(({ read }) => read.flatMap(({ tables }) => tables)));
    // Who asks, and whose list it is: those with the most rows and those with the fewest.
    const parents = list.parent === null ? [null] : keysOf(list, tablesRead());
    const askers: {
      principal: Partial<Assertion>;
      parentKey: string | null;
      given: readonly GivenInput[];
      page: Page;
    }[] = [];
    for (const sets of await requiredInputs(list)) {
      for (const given of sets) {
        for (const principal of principalsOf(name, columns, rights)) {
          const before = askers.length;
          for (const parentKey of parents) {
            const page = await send({ list, parentKey, given, after: null }, principal);
            if (page) askers.push({ principal, parentKey, given, page });
          }
          // A list that is the same for everybody need not be asked for by everybody.
          if (askers.length > before && !list.isPersonal) break;
        }
      }
      if (askers.some(({ page }) => page.matching > 0)) break;
    }
    askers.sort((a, b) => b.page.matching - a.page.matching);
    const [asker] = askers;
    if (!asker)
      return {
        coordinate: list.coordinate,
        requests,
        unwalked: [problems.get('') ?? [...problems.values()][0] ?? 'no values'],
      };
    const { principal, parentKey, given } = asker;
    const base = { list, parentKey, given, after: null };
    if (list.hasAfter && asker.page.endCursor)
      await send({ ...base, after: asker.page.endCursor }, principal);

    const tried: { input: ListInput; all: TriedValue[]; values: TriedValue[] }[] = [];
    for (const input of list.inputs) {
      const others = given.filter((one) => one.input !== input);
      const values: TriedValue[] = [];
      for (const value of await valuesOf(input, tablesRead())) {
        const page = await send({ ...base, given: [...others, { input, value }] }, principal);
        if (page) values.push({ value, matching: page.matching });
        if (page?.endCursor && values.length === 1 && list.hasAfter)
          await send({ ...base, given: [...others, { input, value }], after: page.endCursor }, principal);
      }
      if (values.length === 0) {
        const path = input.path.join('.');
        unwalked.push(`${path}: ${problems.get(path) ?? 'the data has no value for it'}`);
      }
      tried.push({ input, all: values, values: representative(values) });
    }

    for (const [index, one] of tried.entries()) {
      for (const other of tried.slice(index + 1)) {
        const rest = given.filter(({ input }) => input !== one.input && input !== other.input);
        const ask = (a: TriedValue, b: TriedValue) => [
          ...rest,
          { input: one.input, value: a.value },
          { input: other.input, value: b.value },
        ];
        for (const [left, right] of PAIRS) {
          const [a, b] = [one.values[left], other.values[right]];
          if (a && b) await send({ ...base, given: ask(a, b) }, principal);
        }
        // The planner expects conditions to be independent: those are asked for that are so least.
        let oddest: { oddity: number; given: GivenInput[] } | null = null;
        for (const a of frequent(one.all)) {
          for (const b of frequent(other.all)) {
            const pair = ask(a, b);
            const page = await look({ ...base, given: pair, first: 1 }, principal);
            const oddity = page ? oddityOf(a, b, page.matching) : 0;
            if (oddity > (oddest?.oddity ?? 0)) oddest = { oddity, given: pair };
          }
        }
        if (oddest) await send({ ...base, given: oddest.given }, principal);
      }
    }
    return { coordinate: list.coordinate, requests, unwalked };
  };

  function keysOf(list: ListField, tables: ReadonlySet<string>): string[] {
    const input = { path: [list.parent!.key], type: list.parent!.keyType, isList: false, isRequired: true };
    return [...candidatesOf(input, columns, tables), ...(FOUND_NOWHERE[input.type.name] ?? [])].map(String);
  }

  /**
   * Sets of values for what cannot be left out; one of them is to be accepted, and to find something. Those of a group are alike, long periods
   * come first: they find most.
   */
  async function requiredInputs(list: ListField): Promise<GivenInput[][][]> {
    const required = list.inputs.filter(({ isRequired }) => isRequired);
    const values = await Promise.all(required.map((input) => valuesOf(input, new Set())));
    const sets = Math.max(1, ...values.map(({ length }) => length));
    const alike = Array.from({ length: sets }, (_, set) => [
      required.map((input, index) => ({
        input,
        value: values[index]!.at(-1 - (set % values[index]!.length)),
      })),
    ]);
    const days = required.filter(({ type }) => type.name === 'Date');
    if (days.length !== 2) return alike;
    const ends = values[required.indexOf(days[1]!)]!.map(String)
      .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
      .toSorted()
      .reverse();
    const long = PERIODS.map((length) =>
      ends.map((end) =>
        alike[0]![0]!.map((one) => {
          if (one.input === days[0]) return { ...one, value: daysBefore(end, length) };
          return one.input === days[1] ? { ...one, value: end } : one;
        }),
      ),
    );
    return [...long, ...alike];
  }

  async function valuesOf(input: ListInput, tables: ReadonlySet<string>): Promise<unknown[]> {
    if (input.type.name === 'BoundingBox') return rectangles(tables);
    return [...candidatesOf(input, columns, tables), ...(FOUND_NOWHERE[input.type.name] ?? [])];
  }

  /** Around one shape of the data: from a few hundred metres to all of it. */
  async function rectangles(tables: ReadonlySet<string>): Promise<unknown[]> {
    const shapes = await sql<{ table: string; column: string }[]>`
      select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.atttypid in ('polygon'::regtype, 'box'::regtype) and c.relkind = 'r' and c.relname = any(${[...tables]})`;
    const [shape] = shapes;
    const rectangle = shape && (await readRectangle(sql, shape.table, shape.column));
    if (!rectangle) return [];
    const [west, south, east, north] = rectangle;
    return [0.001, 0.05, 0.5, 20].map((degrees) => ({
      west: Math.max(-180, west - degrees),
      south: Math.max(-90, south - degrees),
      east: Math.min(180, east + degrees),
      north: Math.min(90, north + degrees),
    }));
  }
}

function pageOf(list: ListField, data: Record<string, unknown> | null | undefined): Page | null {
  const holder =
    list.parent === null ? data : (data?.['_entities'] as Record<string, unknown>[] | undefined)?.[0];
  // There is no such entity, and so no list of it.
  if (data && !holder) return { matching: 0, endCursor: null };
  const found = holder?.[list.field];
  if (!found) return null;
  if (Array.isArray(found)) return { matching: found.length, endCursor: null };
  const { edges, totalCount, pageInfo } = found as {
    edges: unknown[];
    totalCount?: number | null;
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  };
  const matching = totalCount ?? (pageInfo.hasNextPage ? Infinity : edges.length);
  return { matching, endCursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null };
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}

function inputNames(given: readonly GivenInput[]): string {
  return given.map(({ input }) => input.path.join('.')).join(', ');
}
