import type { Assertion, Purpose } from '@yiwang/identity';
import type { OperationAccess } from './operation-access.ts';
import { isWithin, RowBounds } from './row-bounds.ts';

/** Shows sensitive values as they are. */
const SENSITIVE_SCOPE = 'sensitive:read';

/** Regions of which rows may be read, by coordinate; null for all. Fields that are not there may not be read. */
type RegionsByCoordinate = ReadonlyMap<string, readonly string[] | null>;

/** Who asks, and what a gateway vouches that they may read. Resolvers find it as `context.caller`. */
export class Caller {
  readonly client: string;
  /** The person who is signed in; null when the application asks for itself. */
  readonly user: string | null;
  /** The department that the client belongs to; null for any other. */
  readonly department: string | null;
  readonly scopes: readonly string[];
  readonly purpose: Purpose | null;
  /** As in the logs of the gateway. */
  readonly requestId: string;
  readonly seesSensitive: boolean;
  /** Where the operation's fields may be read; null for everywhere. */
  readonly bounds: RowBounds | null;
  /** Null for whoever may read all. */
  readonly #regions: RegionsByCoordinate | null;

  constructor(
    assertion: Omit<Assertion, 'reads'>,
    regions: RegionsByCoordinate | null,
    bounds: RowBounds | null,
  ) {
    this.client = assertion.client;
    this.user = assertion.user;
    this.department = assertion.department;
    this.scopes = assertion.scopes;
    this.purpose = assertion.purpose;
    this.requestId = assertion.requestId;
    this.seesSensitive = assertion.scopes.includes(SENSITIVE_SCOPE);
    this.bounds = bounds;
    this.#regions = regions;
  }

  /** Whether the field may be read of any row at all. */
  reads(coordinate: string): boolean {
    return this.#regions === null || this.#regions.has(coordinate);
  }

  /** Whether a field that is shared with condition may be read of a row that lies in the region; null for one that is not known. */
  mayRead(coordinate: string, regionCode: string | null): boolean {
    if (!this.reads(coordinate)) return false;
    const regions = this.regionsOf(coordinate);
    return regions === null || isWithin(regionCode, regions);
  }

  /** Codes of the regions, with all below them, of which the field may be read: for a condition in SQL. Null for all. */
  regionsOf(coordinate: string): readonly string[] | null {
    if (this.#regions === null) return null;
    const regions = this.#regions.get(coordinate);
    return regions === undefined ? [] : regions;
  }

  /** The same caller, held to the regions of their grants in what the operation selects. */
  within(access: OperationAccess): Caller {
    const regions = this.#regions;
    if (regions === null || !isNarrowed(regions)) return this;
    const bounds = new RowBounds();
    for (const coordinate of [...access.conditional, ...access.notShared]) {
      const allowed = regions.get(coordinate);
      if (allowed) bounds.add(coordinate, allowed, access);
    }
    return new Caller(this, regions, bounds);
  }
}

function isNarrowed(regions: RegionsByCoordinate): boolean {
  for (const allowed of regions.values()) if (allowed !== null) return true;
  return false;
}

/** What several grants allow of one field is allowed. */
export function callerOfAssertion(assertion: Assertion): Caller {
  const regions = new Map<string, readonly string[] | null>();
  for (const { coordinate, regions: allowed } of assertion.reads) {
    const known = regions.get(coordinate);
    if (known === undefined) regions.set(coordinate, allowed);
    else regions.set(coordinate, known === null || allowed === null ? null : [...known, ...allowed]);
  }
  return new Caller(assertion, regions, null);
}

const NOBODY_IN_PARTICULAR = {
  client: 'public',
  user: null,
  department: null,
  scopes: [],
  purpose: null,
  requestId: '',
};

/** Whoever asks without a gateway: reads what is open to everyone. */
export const PUBLIC_CALLER = new Caller(NOBODY_IN_PARTICULAR, new Map(), null);

/** Whoever asks a department that takes unsigned requests: reads everything, sensitive values masked. */
export const UNSIGNED_CALLER = new Caller(NOBODY_IN_PARTICULAR, null, null);

/** Of the context of a resolver. Where nobody has put one, nobody is vouched for. */
export function callerOf(context: unknown): Caller {
  return (context as { caller?: Caller } | null | undefined)?.caller ?? PUBLIC_CALLER;
}
