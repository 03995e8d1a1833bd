import type { Grant } from '@yiwang/identity';

/** The grants of one client that hold at a moment. */
export interface HeldGrants {
  /** Of all grants that are known. */
  version: number;
  grants: readonly Grant[];
}

/** Nobody was granted anything. */
export const NO_GRANTS: HeldGrants = { version: 0, grants: [] };

/** What this gateway knows of grants. */
export interface GrantBook {
  /** The grants of a client that hold now; none when nobody has told for too long that they still do. */
  heldBy(client: string): HeldGrants;
}

export interface WritableGrantBook extends GrantBook {
  /** What is known; null before the first. */
  readonly version: number | null;
  /** As of now, these are all. */
  replace(version: number, grants: readonly Grant[]): void;
  /** As of now, what is known still holds. */
  confirm(): void;
}

export interface Clocks {
  /** Milliseconds; never goes back. */
  elapsed(): number;
  /** Milliseconds since 1970. */
  now(): number;
}

const CLOCKS: Clocks = { elapsed: () => performance.now(), now: () => Date.now() };

/** @param maxAgeMs see GRANTS_MAX_AGE_MS */
export function createGrantBook(maxAgeMs: number, { elapsed, now }: Clocks = CLOCKS): WritableGrantBook {
  let version: number | null = null;
  let byClient: ReadonlyMap<string, readonly Grant[]> = new Map();
  let confirmedAt = -Infinity;

  return {
    get version() {
      return version;
    },
    heldBy(client) {
      const known = byClient.get(client);
      if (version === null || !known || elapsed() - confirmedAt > maxAgeMs) return NO_GRANTS;
      const time = now();
      const grants = known.filter(({ from, until }) => Date.parse(from) <= time && time < Date.parse(until));
      return { version, grants };
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
