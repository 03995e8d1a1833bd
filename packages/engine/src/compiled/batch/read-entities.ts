import type { Voucher } from '../../access/voucher.ts';
import type { Cancellation } from '../../departments/cancellation.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import { joinReferences } from '../plan/reference-form.ts';
import { requestBody } from '../plan/request-body.ts';
import { type Asker, askAlone, askTogether, type Senders } from './ask-together.ts';
import { combineQueries } from './combine-queries.ts';
import type { Combination, EntityQuery, QueryFamily } from './entity-query.ts';
import { gatherReferences } from './gather-references.ts';
import { splitEntities } from './split-entities.ts';

/** Beyond it a fetch gains little by company, and its company would wait for it. */
const LARGE = 200;
/** Of the references in one request, each counted as often as it is asked for: usual servers take 100 KiB and no more. */
const MOST_BYTES = 96 * 1024;

export interface EntityRequest {
  query: EntityQuery;
  /** Different ones, as the form of the query keeps them. */
  references: readonly string[];
  /** The client's variables that the query uses, as `compileVariables` writes them. */
  variables: string;
  voucher: Voucher | undefined;
  cancellation: Cancellation | undefined;
}

/** @returns an answer as to a request for this alone, for the asker to change */
export type ReadEntities = (request: EntityRequest) => Promise<DepartmentAnswer>;

type Asking = EntityRequest & Asker;

/**
 * Reads entities. What is asked of a department while the sockets that are ready are read goes to it in one request:
 * the fetches of one operation that run in parallel, and those of the same operation that others run at the time.
 *
 * @param alone names of the departments that get a request for each fetch
 */
export function createEntityReader(senders: Senders, alone: ReadonlySet<string>): ReadEntities {
  const { read } = senders;
  let asking: Asking[] = [];

  function flush(): void {
    const taken = asking;
    asking = [];
    for (const group of groupsOf(taken)) readGroup(group);
  }

  function readGroup(group: readonly Asking[]): void {
    const [first] = group;
    if (group.length === 1) return askAlone(read, first!.query.department, first!);
    const combination = combineQueries([...new Set(group.map(({ query }) => query))]);
    if (combination) return readTogether(group, combination);
    for (const alike of Map.groupBy(group, ({ query }) => query).values()) readGroup(alike);
  }

  function readTogether(group: readonly Asking[], { queries, head, fields, variables }: Combination): void {
    const { lists, shares } = gatherReferences(queries, group);
    const referenceTexts = lists.map((references, place) =>
      listText(variables[place]!, queries[place]!, references),
    );
    const body = requestBody(head, ...referenceTexts, group[0]!.variables);
    askTogether(senders, queries[0]!.department, group, body, (answer) =>
      splitEntities(answer, fields, lists, shares),
    );
  }

  return (request) =>
    new Promise((answer, fail) => {
      const asker = { ...request, answer, fail, writeBody: () => entitiesBody(request) };
      if (alone.has(request.query.department.name)) askAlone(read, request.query.department, asker);
      // Immediates run when all sockets that are ready have been read.
      else if (asking.push(asker) === 1) setImmediate(flush);
    });
}

/** The request that asks for nothing else. */
export function entitiesBody({
  query,
  references,
  variables,
}: Pick<EntityRequest, 'query' | 'references' | 'variables'>): string {
  return requestBody(query.head, listText('representations', query, references), variables);
}

function listText(name: string, { form }: EntityQuery, references: readonly string[]): string {
  return `"${name}":[${joinReferences(form, references)}]`;
}

/** About what references take in a request; those of one fetch are about as long. */
function bytesOf({ form: { before, after } }: EntityQuery, references: readonly string[]): number {
  return references.length * (before.length + references[0]!.length + after.length + 1);
}

/** Those whose requests can be one: of one operation, to one department, with the same variables, for the same caller. */
function groupsOf(asking: readonly Asking[]): Asking[][] {
  if (asking.length === 1) return [[asking[0]!]];
  const groups: Asking[][] = [];
  const open = new Map<QueryFamily, Map<string, { group: Asking[]; room: number }>>();
  for (const asker of asking) {
    const { query, variables, references, voucher } = asker;
    if (references.length > LARGE) {
      groups.push([asker]);
      continue;
    }
    const ofFamily = open.get(query.family) ?? new Map<string, { group: Asking[]; room: number }>();
    open.set(query.family, ofFamily);
    // The JSON of variables has no line ends of its own.
    const key = `${query.department.name}\n${variables}${voucher ? `\n${voucher.key}` : ''}`;
    const bytes = bytesOf(query, references);
    let place = ofFamily.get(key);
    if (!place || place.room < bytes) {
      place = { group: [], room: MOST_BYTES };
      groups.push(place.group);
      ofFamily.set(key, place);
    }
    place.group.push(asker);
    place.room -= bytes;
  }
  return groups;
}
