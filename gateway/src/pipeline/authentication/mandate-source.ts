import { ASSERTION_HEADER, type Mandate } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import type { ClientTls } from '@yiwang/service/tls';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { parseJson } from '../../util/parse-json.ts';
import { postJson } from '../../util/post-json.ts';
import { type HeldMandates, MANDATES_MAX_AGE_MS, type MandateSource } from '../authorization/mandates.ts';
import type { AssertionSigner } from './assertion-signer.ts';
import { signOwnRequest } from './own-assertion.ts';

const UNKNOWN_MANDATES: HeldMandates = { mandates: [], areKnown: false };

const TIMEOUT_MS = 1_000;
const MAX_USERS_PER_REQUEST = 100;
const MAX_USERS_CACHED = 10_000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** An assertion is a header. Rights that do not fit in are not given. */
const MAX_CHARACTERS = 6_000;

const SCOPE = 'mandates:resolve';
const QUERY =
  'query Mandates($users: [ID!]!) { mandatesInForce(users: $users) { user mandates { id uscc items } } }';

const answerShape = z.object({
  data: z.object({
    mandatesInForce: z.array(
      z.object({
        user: z.string(),
        mandates: z.array(
          z.object({ id: z.string(), uscc: z.string(), items: z.array(z.string()).nullable() }),
        ),
      }),
    ),
  }),
});

export interface MandateSourceOptions {
  /** Name of the department that owns the mandates. */
  department: string;
  /** Name of this gateway. */
  gateway: string;
  /** Returns the address of a department's GraphQL; undefined when the supergraph has no such department. */
  urlOf(department: string): string | undefined;
  signer: AssertionSigner;
  /** How the department is reached over https. */
  tls?: Pick<ClientTls, 'of'>;
  logger: Logger;
}

/** Creates the source. While the department is asked for some persons, the next ones are collected for one request. */
export function createMandateSource(options: MandateSourceOptions): MandateSource {
  const { department, logger } = options;
  const cached = new LRUCache<string, Promise<HeldMandates>>({
    max: MAX_USERS_CACHED,
    ttl: MANDATES_MAX_AGE_MS,
    ttlResolution: 0,
  });
  let isFailing = false;
  let asking = Promise.resolve();
  const loader = new DataLoader<string, HeldMandates>(load, {
    maxBatchSize: MAX_USERS_PER_REQUEST,
    cacheMap: cached,
    batchScheduleFn: (send) => void asking.then(send),
  });
  return { heldBy: (user) => loader.load(user) };

  async function load(users: readonly string[]): Promise<HeldMandates[]> {
    try {
      const answer = ask(options, users);
      asking = answer.then(noop, noop);
      const byUser = await answer;
      isFailing = false;
      return users.map((user) => ({ mandates: fitting(user, byUser.get(user) ?? []), areKnown: true }));
    } catch (err) {
      if (!isFailing) logger.warn({ err, department }, 'mandates cannot be read: nobody acts for anybody');
      isFailing = true;
      return users.map(() => UNKNOWN_MANDATES);
    }
  }

  function fitting(user: string, mandates: readonly Mandate[]): readonly Mandate[] {
    let characters = 0;
    const found = mandates.filter((one) => (characters += JSON.stringify(one).length) <= MAX_CHARACTERS);
    if (found.length < mandates.length) {
      logger.warn(
        { user, left: mandates.length - found.length },
        'a person has too many mandates to use all',
      );
    }
    return found;
  }
}

async function ask(
  { department, gateway, urlOf, signer, tls }: MandateSourceOptions,
  users: readonly string[],
): Promise<Map<string, readonly Mandate[]>> {
  const url = urlOf(department);
  if (!url) throw new Error(`The supergraph has no department ${department}.`);
  const body = JSON.stringify({ query: QUERY, variables: { users } });
  const { status, text } = await postJson(url, body, {
    timeoutMs: TIMEOUT_MS,
    maxAnswerBytes: MAX_ANSWER_BYTES,
    tls: tls?.of(department),
    headers: { [ASSERTION_HEADER]: signOwnRequest(signer, gateway, department, SCOPE, body) },
  });
  const read = answerShape.safeParse(parseJson(text));
  if (!read.success)
    throw new Error(`${department} answered with status ${status} and no mandates.`, { cause: read.error });
  return new Map(read.data.data.mandatesInForce.map(({ user, mandates }) => [user, mandates]));
}

function noop(): void {}
