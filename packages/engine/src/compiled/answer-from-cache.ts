import type { AnswerCache, CachedAnswer, CacheStatus } from '../core/answer-cache.ts';
import type { Caller, Requester } from '../core/caller.ts';
import { Cancellation } from '../core/cancellation.ts';
import type { TextAnswer } from '../core/graph.ts';
import type { PreparedOperation } from '../prepared-operation/prepare-operation.ts';
import type { SharedAnswers, Start } from './share-answers.ts';

/** Reported in `extensions.stale` of an answer that is served although it is stale. */
export interface StaleNotice {
  /** Seconds since it was made. */
  ageSeconds: number;
  /** Names of the departments that do not answer. */
  departments: readonly string[];
}

export type CacheableOperation = Pick<PreparedOperation, 'subgraphs' | 'caching'>;

export interface AnswersFromCache {
  /** When the caller last changed something, by the clock of the cache. */
  lastChangeOf(caller: Caller | undefined): number;
  /** See SharedAnswers. */
  ask(
    operation: CacheableOperation,
    variables: object,
    caller: Caller | undefined,
    signal: AbortSignal | undefined,
    start: Start,
  ): Promise<TextAnswer>;
  /** Lets a caller read what it has changed: answers that were begun before are too old for it. */
  noteMutation(caller: Caller | undefined, requester: Requester | undefined): void;
}

/** For how long a change may be on its way to the cache, in milliseconds. After that the caller gets cached answers like all others. */
const CHANGE_ARRIVES_MS = 10_000;
/** Maximum number of callers whose last change is remembered. */
const MAX_CHANGERS = 10_000;

/**
 * Answers queries from a cache, where their policy allows it, and otherwise once for all who ask the same at the same time.
 *
 * @param unshared names of the subgraphs that get every read
 */
export function createAnswersFromCache(
  cache: AnswerCache | null,
  shared: SharedAnswers,
  unshared: ReadonlySet<string>,
): AnswersFromCache {
  const changers = new Map<string, number>();
  let forgotten = 0;

  /** When the caller last changed something, as far as that matters still. */
  function lastChangeOf(caller: Caller | undefined): number {
    return changers.size === 0 ? forgotten : Math.max(forgotten, changers.get(identityOf(caller)) ?? 0);
  }

  return {
    lastChangeOf,

    ask(operation, variables, caller, signal, start) {
      const { caching, subgraphs } = operation;
      if (unshared.size > 0 && [...unshared].some((name) => subgraphs.has(name))) {
        return start(Cancellation.of(signal) ?? new Cancellation());
      }
      if (!cache || !caching) return shared.ask(operation, variables, caller, signal, start);
      const { policy } = caching;
      const asked = JSON.stringify(variables);
      const key = `${caching.id}\n${asked}${policy.isPublic || !caller ? '' : `\n${caller.key}`}`;
      const found = cache.find(key, subgraphs.keys(), lastChangeOf(caller));
      if (found && !found.isStale) {
        if (found.caller) caller?.sharesWith?.(found.caller);
        return Promise.resolve(new AnswerFromCache(found, policy.isPublic));
      }
      const keep: Start = async (cancellation) => {
        const begun = cache.begin();
        const answer = await start(cancellation);
        const { body, reads, dependencies, oldestMs = 0 } = answer;
        if (!body || !dependencies) return answer;
        // What came from the cache is as old as it was there.
        begun.at -= oldestMs;
        const kept = { body, reads, caller: reads && caller };
        return new AnswerFromCache(cache.keep(key, kept, policy, dependencies, begun), policy.isPublic);
      };
      const answered = shared.ask(operation, variables, caller, signal, keep);
      if (!found || !policy.isPublic) return answered;
      return answered.then((answer) => {
        if (!isOnlyUnavailable(answer)) return answer;
        cache.noteStale();
        return new AnswerFromCache(found, true, departmentsIn(answer));
      });
    },

    noteMutation(caller, requester) {
      if (!cache) return;
      const { at } = cache.begin();
      const identity = caller ? identityOf(caller) : (requester?.id ?? '');
      // In the order of their changes: the first of them have changed something longest ago.
      changers.delete(identity);
      changers.set(identity, at);
      for (const [other, changedAt] of changers) {
        const isOld = at - changedAt > CHANGE_ARRIVES_MS;
        if (!isOld && changers.size <= MAX_CHANGERS) break;
        changers.delete(other);
        // Those that there is no room for get nothing older than their changes either; nor does anybody else.
        if (!isOld) forgotten = changedAt;
      }
    },
  };
}

function identityOf(caller: Caller | undefined): string {
  return caller?.identity ?? caller?.key ?? '';
}

/** Whether a stale answer may take the place of this one: all that is wrong is that a subgraph did not answer. */
function isOnlyUnavailable({ errors }: TextAnswer): boolean {
  return (
    errors.length > 0 && errors.every(({ extensions }) => extensions?.['code'] === 'DEPARTMENT_UNAVAILABLE')
  );
}

function departmentsIn({ errors }: TextAnswer): string[] {
  const names = errors.map(({ extensions }) => extensions?.['department']);
  return [...new Set(names.filter((name) => typeof name === 'string'))].sort();
}

const BEFORE_DATA = '{"data":'.length;
const AFTER_DATA = '}'.length;

/** An answer as a cache has it. */
class AnswerFromCache implements TextAnswer {
  readonly errors: TextAnswer['errors'] = [];
  readonly reads: TextAnswer['reads'];
  readonly body: Buffer;
  readonly cached: CacheStatus;
  /** Without the notice. */
  private readonly bytes: Buffer;

  /** @param silent names of the departments that do not answer, when it is stale */
  constructor(
    { body, reads, ageMs, remainingMs, etag }: CachedAnswer,
    isPublic: boolean,
    silent: readonly string[] = [],
  ) {
    this.reads = reads;
    this.bytes = body;
    if (silent.length === 0) {
      this.body = body;
      this.cached = { ageMs, remainingMs, isPublic: isPublic && !reads, etag: etag() };
    } else {
      this.body = withNotice(body, { ageSeconds: Math.floor(ageMs / 1000), departments: silent });
      // Nobody else keeps it: the department may answer again in a moment.
      this.cached = { ageMs, remainingMs: 0, isPublic: false, etag: etag() };
    }
  }

  get data(): string {
    return this.bytes.toString('utf8', BEFORE_DATA, this.bytes.length - AFTER_DATA);
  }
}

function withNotice(body: Buffer, stale: StaleNotice): Buffer {
  const notice = `,"extensions":${JSON.stringify({ stale })}}`;
  return Buffer.concat([body.subarray(0, body.length - AFTER_DATA), Buffer.from(notice)]);
}
