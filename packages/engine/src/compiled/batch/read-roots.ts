import type { GraphQLFormattedError } from 'graphql';
import type { Voucher } from '../../access/voucher.ts';
import type { Cancellation } from '../../departments/cancellation.ts';
import type { Send } from '../../departments/dispatch.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import { copy } from '../plan/merge.ts';
import { requestBody } from '../plan/request-body.ts';
import { type Asker, askAlone, askTogether, type Senders } from './ask-together.ts';
import type { Pace } from './pace.ts';
import { nameFor, type RootQuery } from './root-query.ts';

/** Each number makes a text of its own, which departments parse once and keep. */
const MOST_PLACES = 16;
/** Of lists and searches, whose answers are longer. */
const MOST_LISTS = 8;

export interface RootRequest {
  query: RootQuery;
  /** The client's variables that the query uses: members of a JSON object, their names as `rename` gives them. */
  writeVariables(rename?: (name: string) => string): string;
  voucher: Voucher | undefined;
  cancellation: Cancellation | undefined;
}

/** @returns an answer as to a request for this alone, for the asker to change */
export type ReadRoots = (request: RootRequest) => Promise<DepartmentAnswer>;

type Asking = RootRequest & Asker;

/**
 * Reads root fields. Equal queries with different variables that are asked while the sockets that are ready are read go to
 * the department in one request, as so many fields: those that look up an entity, and lists and searches that are quick.
 *
 * @param alone names of the departments that get a request for each fetch
 */
export function createRootReader(senders: Senders, alone: ReadonlySet<string>): ReadRoots {
  let asking: Asking[] = [];

  function flush(): void {
    const taken = asking;
    asking = [];
    for (const [query, askers] of Map.groupBy(taken, (asker) => asker.query)) {
      for (const alike of Map.groupBy(askers, ({ voucher }) => voucher?.key).values()) readAll(query, alike);
    }
  }

  function readAll(query: RootQuery, askers: readonly Asking[]): void {
    if (askers.length === 1) return readAlone(askers[0]!);
    // Who asks with the same variables asks for the same.
    const alike = [...Map.groupBy(askers, (asker) => asker.writeVariables()).values()];
    const most = query.pace ? MOST_LISTS : MOST_PLACES;
    for (let from = 0; from < alike.length; from += most) readTogether(query, alike.slice(from, from + most));
  }

  function readAlone(asker: Asking): void {
    const { department, pace } = asker.query;
    askAlone(timed(senders.read, pace), department, asker);
  }

  function readTogether(query: RootQuery, places: readonly Asking[][]): void {
    const [first] = places;
    const askers = places.flat();
    const read = timed(senders.read, query.pace);
    if (places.length === 1) {
      const split = (answer: DepartmentAnswer) => handOut([answer], places);
      return askTogether({ read, send: read }, query.department, askers, first![0]!.writeBody(), split);
    }
    const send = timed(senders.send, query.pace);
    const variables = places.map(([asker], place) => asker!.writeVariables((name) => nameFor(place, name)));
    const body = requestBody(query.headFor(places.length), ...variables);
    askTogether({ read, send }, query.department, askers, body, (answer) => {
      const parts = splitPlaces(answer, query.fields, places.length);
      if (!parts) query.pace?.restart();
      return parts && handOut(parts, places);
    });
  }

  return (request) =>
    new Promise((answer, fail) => {
      const { query, writeVariables } = request;
      const asker: Asking = {
        ...request,
        answer,
        fail,
        writeBody: () => requestBody(query.head, writeVariables()),
      };
      const mayHaveCompany = (query.pace?.isQuick ?? true) && !alone.has(query.department.name);
      if (!mayHaveCompany) readAlone(asker);
      // Immediates run when all sockets that are ready have been read.
      else if (asking.push(asker) === 1) setImmediate(flush);
    });
}

/** Notes how long answers take. */
function timed(send: Send, pace: Pace | null): Send {
  if (!pace) return send;
  return (...request) => {
    const from = performance.now();
    const answer = send(...request);
    answer.then(
      () => pace.note(performance.now() - from),
      () => pace.restart(),
    );
    return answer;
  };
}

/** Who comes first at a place takes the answer itself; the others may change copies. */
function handOut(parts: readonly DepartmentAnswer[], places: readonly Asking[][]): DepartmentAnswer[] {
  return places.flatMap((askers, place) =>
    askers.map((_, i) => (i === 0 ? parts[place]! : copy(parts[place]!))),
  );
}

/** The answer of each place, as if it had been asked alone; null when it cannot be told whose a part is. */
function splitPlaces(
  { data, errors }: DepartmentAnswer,
  fields: readonly string[],
  count: number,
): DepartmentAnswer[] | null {
  if (!data) return null;
  const errorsByPlace = new Map<number, GraphQLFormattedError[]>();
  for (const error of errors ?? []) {
    const [, place, name] = /^_(\d+)_(.+)$/.exec(String(error.path?.[0])) ?? [];
    if (name === undefined) return null;
    const placed = { ...error, path: [name, ...error.path!.slice(1)] };
    const known = errorsByPlace.get(Number(place));
    if (known) known.push(placed);
    else errorsByPlace.set(Number(place), [placed]);
  }
  return Array.from({ length: count }, (_, place) => {
    const own = errorsByPlace.get(place);
    // A condition may have left a field out.
    const there = fields.filter((name) => Object.hasOwn(data, nameFor(place, name)));
    const values = there.map((name) => [name, data[nameFor(place, name)]] as const);
    return { data: Object.fromEntries(values), ...(own && { errors: own }) };
  });
}
