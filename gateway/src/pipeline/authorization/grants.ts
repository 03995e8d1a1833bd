import type { Grant } from '@yiwang/identity';

/** The active grants of one client at a moment. */
export interface HeldGrants {
  /** Version of all grants. */
  version: number;
  grants: readonly Grant[];
  /** False while the source of grants cannot be reached: the client may have others. */
  isKnown: boolean;
}

/** The grants of a client that cannot have any. */
export const NO_GRANTS: HeldGrants = { version: 0, grants: [], isKnown: true };
const UNKNOWN_GRANTS: HeldGrants = { version: 0, grants: [], isKnown: false };

/** The grants that this gateway has. */
export interface GrantBook {
  /** Returns the active grants of a client; none when they were not reconfirmed for too long. */
  heldBy(client: string): HeldGrants;
}

export interface WritableGrantBook extends GrantBook {
  /** Version of all grants; null before the first. */
  readonly version: number | null;
  /** Replaces all grants. */
  replace(version: number, grants: readonly Grant[]): void;
  /** Reconfirms all grants. */
  confirm(): void;
}

export interface Clocks {
  /** Milliseconds; never goes back. */
  elapsed(): number;
  /** Milliseconds since 1970. */
  now(): number;
}

const CLOCKS: Clocks = { elapsed: () => performance.now(), now: () => Date.now() };

/**
 * @param maxAgeMs see GRANTS_MAX_AGE_MS
 * @param hasSource false where neither a file nor a registry grants anything
 */
export function createGrantBook(
  maxAgeMs: number,
  { elapsed, now }: Clocks = CLOCKS,
  hasSource = true,
): WritableGrantBook {
  let version: number | null = null;
  let byClient: ReadonlyMap<string, readonly Grant[]> = new Map();
  let confirmedAt = -Infinity;

  return {
    get version() {
      return version;
    },
    heldBy(client) {
      if (!hasSource) return NO_GRANTS;
      if (version === null || elapsed() - confirmedAt > maxAgeMs) return UNKNOWN_GRANTS;
      const ofClient = byClient.get(client);
      if (!ofClient) return NO_GRANTS;
      const time = now();
      const grants = ofClient.filter(
        ({ from, until }) => Date.parse(from) <= time && time < Date.parse(until),
      );
      return { version, grants, isKnown: true };
    },
    replace(next, grants) {
      version = next;
      byClient = Map.groupBy(grants, ({ client }) => client);
      confirmedAt = elapsed();
    },
    confirm() {
      confirmedAt = elapsed();
    },
  };
}
