import type { Assertion, Purpose } from '@yiwang/identity';
import type { OperationAccess } from './access-notes.ts';
import { isWithin, RowBounds } from './row-bounds.ts';

/** Shows sensitive values as they are. */
const SENSITIVE_SCOPE = 'sensitive:read';

/** Regions in which each field may be read, by coordinate; null for all regions. Fields that are missing may not be read. */
type RegionsByCoordinate = ReadonlyMap<string, readonly string[] | null>;

/** The caller of an operation, and what it may read by the gateway's assertion. Resolvers find it as `context.caller`. */
export class Caller {
  readonly client: string;
  /** The person who is signed in; null when the application acts for itself. */
  readonly user: string | null;
  /** The department that the client belongs to; null for any other. */
  readonly department: string | null;
  readonly scopes: readonly string[];
  readonly purpose: Purpose | null;
  /** The request's id in the logs of the gateway. */
  readonly requestId: string;
  readonly seesSensitive: boolean;
  /** The regions in which the operation's fields may be read; null for all regions. */
  readonly bounds: RowBounds | null;
  /** Null for a caller who may read everything. */
  readonly #regions: RegionsByCoordinate | null;
  /** Cached by coordinate of the rows' existence, because each row needs it. */
  #regionsOfRows: Map<string, readonly string[] | null> | null = null;

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

  /** Whether the caller may read the field in any row at all. */
  reads(coordinate: string): boolean {
    return this.#regions === null || this.#regions.has(coordinate);
  }

  /** Whether the caller may read a conditional field of a row in the region; null for a row without a region. */
  mayRead(coordinate: string, regionCode: string | null): boolean {
    if (!this.reads(coordinate)) return false;
    const regions = this.regionsOf(coordinate);
    return regions === null || isWithin(regionCode, regions);
  }

  /** Codes of the regions in which the field may be read, with all regions below them, for a condition in SQL. Null for all. */
  regionsOf(coordinate: string): readonly string[] | null {
    if (this.#regions === null) return null;
    const regions = this.#regions.get(coordinate);
    return regions === undefined ? [] : regions;
  }

  /**
   * Codes of the regions whose rows may be disclosed to the caller, from the fields that it may read. Null for all, and for a
   * caller who reads nothing of the type.
   *
   * @param existence coordinate, such as `Permit.__typename`
   */
  regionsOfRows(existence: string): readonly string[] | null {
    if (this.#regions === null || this.bounds === null) return null;
    const own = this.#regions.get(existence);
    if (own !== undefined) return own;
    this.#regionsOfRows ??= new Map();
    let found = this.#regionsOfRows.get(existence);
    if (found === undefined) {
      found = regionsOfFields(this.#regions, existence);
      this.#regionsOfRows.set(existence, found);
    }
    return found;
  }

  /** The same caller, limited to the regions of its grants for the fields that the operation selects. */
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

/** Null when no field of the type may be read, or when one may be read everywhere. */
function regionsOfFields(regions: RegionsByCoordinate, existence: string): readonly string[] | null {
  const prefix = existence.slice(0, existence.indexOf('.') + 1);
  const found = [...regions].filter(([coordinate]) => coordinate.startsWith(prefix));
  if (found.length === 0 || found.some(([, allowed]) => allowed === null)) return null;
  return found.flatMap(([, allowed]) => allowed!);
}

function isNarrowed(regions: RegionsByCoordinate): boolean {
  for (const allowed of regions.values()) if (allowed !== null) return true;
  return false;
}

/** The caller of an assertion. A field may be read wherever one of the grants allows it. */
export function callerOfAssertion(assertion: Assertion): Caller {
  const regions = new Map<string, readonly string[] | null>();
  for (const { coordinate, regions: allowed } of assertion.reads) {
    const before = regions.get(coordinate);
    if (before === undefined) regions.set(coordinate, allowed);
    else regions.set(coordinate, before === null || allowed === null ? null : [...before, ...allowed]);
  }
  return new Caller(assertion, regions, null);
}

const ANONYMOUS = {
  client: 'public',
  user: null,
  department: null,
  scopes: [],
  purpose: null,
  requestId: '',
};

/** The caller of a request without a gateway, who reads what is open to everyone. */
export const PUBLIC_CALLER = new Caller(ANONYMOUS, new Map(), null);

/** The caller of a department that allows unsigned requests, who reads everything, with sensitive values masked. */
export const UNSIGNED_CALLER = new Caller(ANONYMOUS, null, null);

/** The caller in a resolver's context; the public caller when the context has none. */
export function callerOf(context: unknown): Caller {
  return (context as { caller?: Caller } | null | undefined)?.caller ?? PUBLIC_CALLER;
}
