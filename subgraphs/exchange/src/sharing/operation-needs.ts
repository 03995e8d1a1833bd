import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Principal } from './authorize.ts';
import { ownersOf, strictest } from './field-owners.ts';
import { fieldsUnder } from './operation-fields.ts';
import type { PublishedGraph } from './sharing.ts';

/** The restricted fields that an operation reads, by what one client needs for them. */
export interface OperationNeeds {
  /** The conditional fields that the client must still apply for, sorted, by department. */
  missing: ReadonlyMap<string, string[]>;
  /** The conditional fields that a grant of the client covers, sorted. */
  granted: string[];
  /** The fields that no department can grant, sorted. */
  notShared: string[];
}

/**
 * Sorts the fields of an operation by what the client needs for them. A client reads the fields of its own department without a
 * grant.
 *
 * @param coordinates sorted
 * @param granted coordinates that the client's active grants cover
 */
export function findOperationNeeds(
  catalogue: Catalogue,
  caller: Principal,
  coordinates: readonly string[],
  granted: ReadonlySet<string>,
): OperationNeeds {
  const missing = new Map<string, string[]>();
  const needs: OperationNeeds = { missing, granted: [], notShared: [] };
  const shared: string[] = [];
  for (const coordinate of coordinates) {
    const holdings = catalogue.holdings.get(coordinate);
    // Fields that belong to no data resource, such as those of a connection's edges, are never restricted.
    if (!holdings) continue;
    const owners = ownersOf(catalogue, coordinate);
    const { sharing } = strictest(holdings);
    if (sharing === 'UNCONDITIONAL' || isOwn(caller, owners)) continue;
    if (sharing === 'NOT_SHARED') needs.notShared.push(coordinate);
    else if (granted.has(coordinate)) needs.granted.push(coordinate);
    else if (owners.length === 1) add(owners[0]!, coordinate);
    else shared.push(coordinate);
  }
  // Fields that several departments provide are added to an application that is needed anyway.
  for (const coordinate of shared) {
    const owners = ownersOf(catalogue, coordinate);
    add(owners.find((owner) => missing.has(owner)) ?? owners[0]!, coordinate);
  }
  for (const fields of missing.values()) fields.sort();
  return needs;

  function add(department: string, coordinate: string): void {
    missing.set(department, [...(missing.get(department) ?? []), coordinate]);
  }
}

/** A field that cannot be read without others. */
export interface NeededBeside {
  coordinate: string;
  /** Conditional fields, sorted. */
  fields: string[];
  /** True when all of these are needed, because the field is ordered by them or computed from them. False when one of them is enough. */
  all: boolean;
}

/**
 * Finds fields that could not be read although they were granted: those that return an object none of whose fields may be read,
 * and those whose arguments or order read other fields.
 *
 * @param fields coordinates that are applied for, or granted
 */
export function findNeededBeside(
  { holdings }: Catalogue,
  { schema, argumentReads }: PublishedGraph,
  fields: readonly string[],
  granted: ReadonlySet<string>,
): NeededBeside[] {
  const readable = new Set([...fields, ...granted]);
  const sharingOf = (one: string) => strictest(holdings.get(one) ?? []).sharing;
  const conditionalOf = (some: readonly string[]) =>
    some.filter((one) => !readable.has(one) && sharingOf(one) === 'CONDITIONAL');
  return fields.flatMap((coordinate) => {
    const under = fieldsUnder(schema, coordinate);
    const isReadable = under.some((one) => readable.has(one) || sharingOf(one) === 'UNCONDITIONAL');
    const oneOf = isReadable ? [] : conditionalOf(under);
    const always = conditionalOf(argumentReads.get(coordinate)?.always ?? []);
    return [
      ...(oneOf.length > 0 ? [{ coordinate, fields: oneOf, all: false }] : []),
      ...(always.length > 0 ? [{ coordinate, fields: always, all: true }] : []),
    ];
  });
}

function isOwn({ department }: Principal, owners: readonly string[]): boolean {
  return department !== null && owners.every((owner) => owner === department);
}
