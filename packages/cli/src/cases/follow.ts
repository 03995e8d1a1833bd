import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { createClient, NetworkError } from 'graphql-sse';
import { type GraphError, isPassing, noteErrors, refusalOf } from '../graph/ask-graph.ts';
import { addPurposeOptions, purposeHeaders } from '../graph/purpose.ts';
import { style } from '../report/style.ts';
import { clientCommand } from '../sharing/client-command.ts';
import { UnansweredError } from '../shared/graphql-request.ts';
import { terminal } from '../shared/output.ts';
import { FOLLOWED_CASE, type FollowedCase } from './answers.ts';
import { describeEvents, nextInWords, stateInWords } from './describe.ts';
import { hasEnded } from './next.ts';
import { type CaseOptions, NUMBER_MEANS, readCase } from './show.ts';

/** Pauses before a stream that broke is opened again; the first begins anew with each answer. */
const PAUSES_MS = [300, 1000, 3000, 10_000, 30_000];

/** `case follow`. */
export function followCommand(): Command {
  return addPurposeOptions(
    clientCommand(
      'follow',
      'Tells what happens to a case, until it has ended or Ctrl-C. With --json one line for each change.',
    ),
  )
    .argument('<number>', NUMBER_MEANS)
    .action(follow);
}

async function follow(number: string, options: CaseOptions): Promise<void> {
  // Says at once whether there is such a case and a gateway, which a stream would try to find out again and again.
  const tell = createTeller(options.json);
  if (tell(await readCase<FollowedCase>(options, number, FOLLOWED_CASE))) return;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    await followUntilEnd(options, number, tell, stop.signal);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

async function followUntilEnd(
  options: CaseOptions,
  number: string,
  tell: Teller,
  signal: AbortSignal,
): Promise<void> {
  for (let broken = 0; !signal.aborted; broken += 1) {
    try {
      for await (const one of changesOf(options, number, signal)) {
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

interface Changed {
  data?: { caseChanged: FollowedCase | null } | null;
  errors?: readonly GraphError[];
}

/** The case at once, and again whenever it has changed. */
async function* changesOf(
  options: CaseOptions,
  number: string,
  signal: AbortSignal,
): AsyncGenerator<FollowedCase> {
  const { registry: url, token } = options;
  const client = createClient({
    url,
    headers: {
      'graphql-client-name': 'yiwang',
      ...purposeHeaders(options, number),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    retryAttempts: 0,
  });
  const end = () => client.dispose();
  signal.addEventListener('abort', end, { once: true });
  try {
    const results = client.iterate({
      query: `subscription Follow($number: ID!) { caseChanged(number: $number) { ${FOLLOWED_CASE} } }`,
      variables: { number },
    }) as AsyncIterable<Changed>;
    for await (const { data, errors = [] } of results) {
      if (!data?.caseChanged) {
        const [error = { message: 'It answers with nothing.' }] = errors;
        throw refusalOf(url, error, token !== undefined);
      }
      noteErrors(errors);
      yield data.caseChanged;
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

/** Tells a case as it stands now, and what has happened since the last time. True when it has ended. */
type Teller = (one: FollowedCase) => boolean;

function createTeller(json: boolean): Teller {
  let told = 0;
  let version = 0;
  return (one) => {
    // A case that is asked for again is as before, or has gone on.
    if (one.version > version) {
      const news = describeEvents(one.timeline.slice(told));
      const next = nextInWords(one);
      const state = `${style.strong(stateInWords(one))}${next && ` → ${next}`}`;
      terminal.say(json ? JSON.stringify(one) : [news, state].filter(Boolean).join('\n'));
      told = one.timeline.length;
      version = one.version;
    }
    return hasEnded(one);
  };
}
