import type { Caller } from '@yiwang/engine';
import type { AssertedCaller, SentAssertions } from '../../pipeline/authentication/create-caller.ts';
import type { AccessLog } from './access-log.ts';

/** A caller that records what subgraphs are asked for on its behalf. */
export interface WatchedCaller extends Caller {
  /** Coordinates of the conditional data that was asked for. */
  readonly asked: ReadonlySet<string>;
  readonly sent: SentAssertions | null;
  /** Coordinates that are open to the person because of `@ownData`. */
  readonly ownData: ReadonlySet<string>;
  /** Ids of {@link sent}, and of callers whose requests answer this one too. */
  readonly assertionIds: ReadonlySet<string>;
  /** How many of {@link sent} are in a log record. */
  logged: number;
}

/**
 * Returns the caller such that it reads nothing conditional while that cannot be logged: the operation is refused before a subgraph
 * is asked.
 *
 * @param isPublic true for anonymous clients, who read nothing conditional: with whom they share answers is not recorded
 */
export function watchCaller(
  caller: Caller & Partial<Pick<AssertedCaller, 'sent' | 'ownData'>>,
  log: Pick<AccessLog, 'refusal'>,
  isPublic: boolean,
): WatchedCaller {
  const asked = new Set<string>();
  // Looked at only when a record is written: a leader may be joined before it has sent anything. Three steps lead to who has sent:
  // an answer is shared whole, its request goes with a batch, and the batch is answered by an equal one. From there nothing leads
  // on, and callers are not held: that would keep all callers before them alive.
  const ids = new Set<string>();
  const idsOfLeaders: ReadonlySet<string>[] = [];
  const idsOfTheirLeaders: (readonly ReadonlySet<string>[])[] = [];
  const idsBehindThem: (readonly (readonly ReadonlySet<string>[])[])[] = [];
  return {
    asked,
    ownData: caller.ownData ?? NOTHING,
    logged: 0,
    get identity() {
      return caller.identity;
    },
    get key() {
      return caller.key;
    },
    get sent() {
      return caller.sent ?? null;
    },
    get assertionIds() {
      return new Set(
        [ids, ...idsOfLeaders, ...idsOfTheirLeaders.flat(), ...idsBehindThem.flat(2)].flatMap((some) => [
          ...some,
        ]),
      );
    },
    authorize(rule) {
      const denial = caller.authorize(rule);
      if (denial || rule.sharing !== 'CONDITIONAL') return denial;
      const unavailable = log.refusal;
      if (unavailable) throw unavailable;
      return null;
    },
    assertionFor(department, coordinates, body, isMutation) {
      for (const coordinate of coordinates) asked.add(coordinate);
      const assertion = caller.assertionFor(department, coordinates, body, isMutation);
      if (caller.sent) ids.add(caller.sent.id);
      return assertion;
    },
    ...(!isPublic && {
      sharesWith(leader: Caller) {
        if (!isWatched(leader)) return;
        idsOfLeaders.push(leader.ownIds ?? leader.assertionIds);
        if (leader.idsOfLeaders) idsOfTheirLeaders.push(leader.idsOfLeaders);
        if (leader.idsOfTheirLeaders) idsBehindThem.push(leader.idsOfTheirLeaders);
      },
      ownIds: ids,
      idsOfLeaders,
      idsOfTheirLeaders,
    }),
  };
}

/** Returns what subgraphs were asked for so far; nothing where the caller is not watched. */
export function askedFor(caller: Caller | undefined): ReadonlySet<string> {
  return caller && isWatched(caller) ? caller.asked : NOTHING;
}

/** Whether assertions were sent that no log record has yet. */
export function hasUnlogged(caller: Caller | undefined): boolean {
  return caller !== undefined && isWatched(caller) && (caller.sent?.count ?? 0) > caller.logged;
}

/** What a caller shows to those that share with it. */
interface Shared {
  /** Of what it has sent, and will. */
  ownIds?: ReadonlySet<string>;
  /** {@link ownIds} of those that it shares with, and will. */
  idsOfLeaders?: readonly ReadonlySet<string>[];
  idsOfTheirLeaders?: readonly (readonly ReadonlySet<string>[])[];
}

/** Whether the caller is watched. */
export function isWatched(caller: Caller): caller is WatchedCaller & Shared {
  return 'asked' in caller;
}

const NOTHING: ReadonlySet<string> = new Set();
