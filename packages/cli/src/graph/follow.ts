import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, NetworkError } from 'graphql-sse';
import type { ClientOptions } from '../sharing/client-command.ts';
import { UnansweredError } from '../shared/graphql-request.ts';
import { terminal } from '../shared/output.ts';
import { type GraphError, isPassing, noteErrors, refusalOf } from './ask-graph.ts';

/** Pauses before a stream that broke is opened again; the first begins anew with each answer. */
const PAUSES_MS = [300, 1000, 3000, 10_000, 30_000];

/** What can be followed: it has a version, and a history that is only added to. */
interface Changing {
  version: number;
  timeline: readonly unknown[];
}

/** How something is followed. */
export interface Following<Node extends Changing> {
  number: string;
  /** The subscription, of an argument `number`, and what is asked of it. */
  field: string;
  selection: string;
  headers: Readonly<Record<string, string>>;
  /** As it stands now. */
  read: () => Promise<Node>;
  /** What is new, in words; `told` events of the history were told before. */
  describe: (node: Node, told: number) => string;
  hasEnded: (node: Node) => boolean;
}

/**
 * Tells what happens to something, until it has ended or Ctrl-C. A stream that breaks is opened again, and nothing is told twice.
 *
 * @throws CommandError when there is none, or the gateway stays away
 */
export async function follow<Node extends Changing>(
  options: ClientOptions,
  following: Following<Node>,
): Promise<void> {
  // Says at once whether there is such a thing and a gateway, which a stream would try to find out again and again.
  const tell = createTeller(options.json, following);
  if (tell(await following.read())) return;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    await followUntilEnd(options, following, tell, stop.signal);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

async function followUntilEnd<Node extends Changing>(
  options: ClientOptions,
  following: Following<Node>,
  tell: Teller<Node>,
  signal: AbortSignal,
): Promise<void> {
  for (let broken = 0; !signal.aborted; broken += 1) {
    try {
      for await (const one of changesOf(options, following, signal)) {
        broken = 0;
        if (tell(one)) return;
      }
      // A gateway that is stopping ends its streams.
    } catch (error) {
      if (signal.aborted) return;
      if (!isPassing(error) || broken >= PAUSES_MS.length) throw error;
    }
    await sleep(PAUSES_MS[Math.min(broken, PAUSES_MS.length - 1)]!, null, { signal }).catch(() => {});
  }
}

interface Changed<Node> {
  data?: Record<string, Node | null> | null;
  errors?: readonly GraphError[];
}

/** The thing at once, and again whenever it has changed. */
async function* changesOf<Node extends Changing>(
  { registry: url, token }: ClientOptions,
  { number, field, selection, headers }: Following<Node>,
  signal: AbortSignal,
): AsyncGenerator<Node> {
  const client = createClient({
    url,
    headers: {
      'graphql-client-name': 'yiwang',
      ...headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    retryAttempts: 0,
  });
  const end = () => client.dispose();
  signal.addEventListener('abort', end, { once: true });
  try {
    const results = client.iterate({
      query: `subscription Follow($number: ID!) { ${field}(number: $number) { ${selection} } }`,
      variables: { number },
    }) as AsyncIterable<Changed<Node>>;
    for await (const { data, errors = [] } of results) {
      const node = data?.[field];
      if (!node) {
        const [error = { message: 'It answers with nothing.' }] = errors;
        throw refusalOf(url, error, token !== undefined);
      }
      noteErrors(errors);
      yield node;
    }
  } catch (error) {
    throw error instanceof NetworkError ? await explain(url, error, token !== undefined) : error;
  } finally {
    signal.removeEventListener('abort', end);
    client.dispose();
  }
}

/** Why a stream did not begin, or broke. */
async function explain(url: string, error: NetworkError<Response>, isSignedIn: boolean): Promise<Error> {
  const { errors } = ((await error.response?.json().catch(() => null)) ?? {}) as { errors?: GraphError[] };
  if (errors?.[0]) return refusalOf(url, errors[0], isSignedIn);
  return new UnansweredError(`The gateway at ${url} does not answer: ${error.message}.`);
}

/** Tells how something stands now, and what has happened since the last time. True when it has ended. */
type Teller<Node> = (one: Node) => boolean;

function createTeller<Node extends Changing>(
  json: boolean,
  { describe, hasEnded }: Following<Node>,
): Teller<Node> {
  let told = 0;
  let version = 0;
  return (one) => {
    // What is asked for again is as before, or has gone on.
    if (one.version > version) {
      terminal.say(json ? JSON.stringify(one) : describe(one, told));
      told = one.timeline.length;
      version = one.version;
    }
    return hasEnded(one);
  };
}
