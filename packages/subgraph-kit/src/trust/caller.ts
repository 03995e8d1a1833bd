import type { Assertion, Mandate, Purpose } from '@yiwang/identity';
import type { OperationAccess } from './access-notes.ts';
import type { DataSubject } from './access-rules.ts';
import { eitherExtent, type Extent, isWithin, NO_ROWS, type Place } from './extent.ts';
import { type OwnDataRules, ownSubjectsOf } from './own-data.ts';
import { RowBounds } from './row-bounds.ts';

/** Shows sensitive values as they are. */
const SENSITIVE_SCOPE = 'sensitive:read';

/** The rows in which each field may be read, by coordinate; null for all rows. Fields that are missing may not be read. */
type ExtentsByCoordinate = ReadonlyMap<string, Extent | null>;

/** The caller of an operation, and what it may read by the gateway's assertion. Resolvers find it as `context.caller`. */
export class Caller {
  readonly client: string;
  /** The person who is signed in; null when the application acts for itself. */
  readonly user: string | null;
  /** The department that the client belongs to; null for any other. */
  readonly department: string | null;
  readonly scopes: readonly string[];
  readonly purpose: Purpose | null;
  /** The mandates 授权 that the person has at the moment. */
  readonly mandates: readonly Mandate[];
  /** False while the gateway cannot find out what mandates the person has: it may have some. */
  readonly areMandatesKnown: boolean;
  /** The request's id in the logs of the gateway. */
  readonly requestId: string;
  readonly seesSensitive: boolean;
  /** The rows of which the operation's fields may be read; null for all rows. */
  readonly bounds: RowBounds | null;
  /** Null for a caller who may read everything. */
  readonly #extents: ExtentsByCoordinate | null;
  /** Cached by coordinate of the rows' existence, because each row needs it. */
  #extentsOfRows: Map<string, Extent | null> | null = null;

  constructor(
    assertion: Omit<Assertion, 'reads'>,
    extents: ExtentsByCoordinate | null,
    bounds: RowBounds | null,
  ) {
    this.client = assertion.client;
    this.user = assertion.user;
    this.department = assertion.department;
    this.scopes = assertion.scopes;
    this.purpose = assertion.purpose;
    this.mandates = assertion.mandates ?? NO_MANDATES;
    this.areMandatesKnown = mandatesAreKnown(assertion);
    this.requestId = assertion.requestId;
    this.seesSensitive = assertion.scopes.includes(SENSITIVE_SCOPE);
    this.bounds = bounds;
    this.#extents = extents;
  }

  /** Whether the caller may read the field in any row at all. */
  reads(coordinate: string): boolean {
    return this.#extents === null || this.#extents.has(coordinate);
  }

  /** Whether the caller may read a conditional field of a row. */
  mayRead(coordinate: string, place: Place): boolean {
    const extent = this.extentOf(coordinate);
    return extent === null || isWithin(place, extent);
  }

  /** The rows in which the field may be read; null for all. */
  extentOf(coordinate: string): Extent | null {
    if (this.#extents === null) return null;
    const extent = this.#extents.get(coordinate);
    return extent === undefined ? NO_ROWS : extent;
  }

  /**
   * Codes of the regions in which the field may be read, with all regions below them, for a condition in SQL. Null for all.
   *
   * @param subjects whom the row is about to which a list belongs: to them, `@ownData` opens all of it
   */
  regionsOf(coordinate: string, subjects: readonly string[] = []): readonly string[] | null {
    const extent = this.extentOf(coordinate);
    return extent === null || isWithin({ region: null, subjects }, extent) ? null : extent.regions;
  }

  /**
   * The rows whose existence may be disclosed to the caller, from the fields that it may read. Null for all, and for a
   * caller who reads nothing of the type.
   *
   * @param existence coordinate, such as `Permit.__typename`
   */
  extentOfRows(existence: string): Extent | null {
    if (this.#extents === null || this.bounds === null) return null;
    const own = this.#extents.get(existence);
    if (own !== undefined) return own;
    this.#extentsOfRows ??= new Map();
    let found = this.#extentsOfRows.get(existence);
    if (found === undefined) {
      found = extentOfFields(this.#extents, existence);
      this.#extentsOfRows.set(existence, found);
    }
    return found;
  }

  /**
   * Whether the person acts for the enterprise.
   *
   * @param item basic code of a service item; null for all matters
   */
  actsFor(uscc: string, item: string | null): boolean {
    return this.mandateFor(uscc, item) !== null;
  }

  /** By what the person acts for the enterprise, such as `mandate:M-2026-00000001`; null when by nothing. */
  mandateFor(uscc: string, item: string | null): string | null {
    const held = this.mandates.find(
      (one) => one.uscc === uscc && (one.items === null || (item !== null && one.items.includes(item))),
    );
    return held ? `mandate:${held.id}` : null;
  }

  /** The same caller, with the data about itself and about those for whom it acts. */
  withOwnData(rules: OwnDataRules): Caller {
    const subjects = this.#extents && rules.size > 0 ? ownSubjectsOf(this) : null;
    if (subjects === null) return this;
    // Without a purpose, a grant opens nothing.
    const extents = new Map(this.purpose === null ? [] : this.#extents);
    for (const [coordinate, kinds] of rules) {
      const own = kinds.flatMap((kind: DataSubject) => subjects[kind]);
      if (own.length === 0) continue;
      const granted = extents.get(coordinate);
      const extent = { regions: [], subjects: own };
      extents.set(coordinate, granted === undefined ? extent : eitherExtent(granted, extent));
    }
    return new Caller(this, extents, this.bounds);
  }

  /** The same caller, limited to the rows of its grants for the fields that the operation selects. */
  within(access: OperationAccess): Caller {
    const extents = this.#extents;
    if (extents === null || !isNarrowed(extents)) return this;
    const bounds = new RowBounds();
    for (const coordinate of [...access.conditional, ...access.notShared]) {
      const extent = extents.get(coordinate);
      if (extent) bounds.add(coordinate, extent, access);
    }
    return new Caller(this, extents, bounds);
  }
}

const NO_MANDATES: readonly Mandate[] = [];

/** Of an assertion, or of the caller that was made of one. */
function mandatesAreKnown(assertion: Omit<Assertion, 'reads'>): boolean {
  return 'areMandatesKnown' in assertion ? assertion.areMandatesKnown === true : assertion.mandates !== null;
}

/** Null when no field of the type may be read, or when one may be read everywhere. */
function extentOfFields(extents: ExtentsByCoordinate, existence: string): Extent | null {
  const prefix = existence.slice(0, existence.indexOf('.') + 1);
  const found = [...extents].filter(([coordinate]) => coordinate.startsWith(prefix));
  if (found.length === 0) return null;
  return found.map(([, extent]) => extent).reduce(eitherExtent);
}

function isNarrowed(extents: ExtentsByCoordinate): boolean {
  for (const extent of extents.values()) if (extent !== null) return true;
  return false;
}

/** The caller of an assertion. A field may be read wherever one of the grants allows it. */
export function callerOfAssertion(assertion: Assertion): Caller {
  const extents = new Map<string, Extent | null>();
  for (const { coordinate, regions } of assertion.reads) {
    const extent = regions && { regions, subjects: [] };
    const before = extents.get(coordinate);
    extents.set(coordinate, before === undefined ? extent : eitherExtent(before, extent));
  }
  return new Caller(assertion, extents, null);
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
