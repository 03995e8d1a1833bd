import { type FieldReads, readValue } from '@yiwang/schema-directives';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import type { ArgumentRules } from './argument-rules.ts';
import { type Caller, callerOf } from './caller.ts';
import { isRow } from './key-fields.ts';
import { bothRegions, isWithin, NOWHERE } from './extent.ts';
import { outsideGrant } from './row-bounds.ts';
import { narrowsItself, type PlaceReader, placeReaderOf } from './rows.ts';

const READS = 'yiwang.argumentReads';

/** The coordinates that the arguments of a field read, and that a grant may allow in some regions only. */
type RegionalReads = (args: Readonly<Record<string, unknown>>) => ReadonlySet<string>;

/**
 * Makes arguments that read a field find nothing outside the regions in which the caller may read it. A field of a row is null
 * with OUTSIDE_GRANT unless the row lies there. Any other field, such as a search, must leave out other rows itself, with
 * {@link regionsOfArguments}; if it is not described as `narrowed`, it is null with OUTSIDE_GRANT. A part of a row is narrowed
 * with the owning field of that row.
 */
export function narrowArguments(schema: GraphQLSchema, rules: AccessRules, byArguments: ArgumentRules): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinates = [type, ...type.getInterfaces()].map(({ name }) => `${name}.${field.name}`);
      const reads = coordinates.flatMap((coordinate) => byArguments.fields.get(coordinate) ?? []);
      if (reads.length === 0) continue;
      const readsOf = regionalReads(reads, rules, byArguments);
      const own = coordinates.filter((coordinate) => rules.get(coordinate)?.sharing);
      const withOwn: RegionalReads = (args) => new Set([...own, ...readsOf(args)]);
      field.extensions = { ...field.extensions, [READS]: withOwn };
      if (narrowsItself(field)) continue;
      const isPart = !placeReaderOf(type) && !isRow(type) && !isRoot(schema, type);
      guard(field, readsOf, placeReaderOf(type), isPart);
    }
  }
}

/**
 * The regions in which a list or search may return rows, by its own grant and by what its arguments and its order read, with
 * all regions below them, for a condition in SQL.
 *
 * @param args the arguments of the field that is resolved
 * @param subjects whom the row is about to which the list belongs: to them, `@ownData` opens all of it
 * @returns null for all regions; an empty list when the caller may read none of it anywhere
 */
export function regionsOfArguments(
  caller: Caller,
  { parentType, fieldName }: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
  args: Readonly<Record<string, unknown>>,
  subjects: readonly string[] = [],
): readonly string[] | null {
  const readsOf = parentType.getFields()[fieldName]?.extensions[READS] as RegionalReads | undefined;
  if (!readsOf) return null;
  let regions: readonly string[] | null = null;
  for (const coordinate of readsOf(args)) {
    const allowed = caller.regionsOf(coordinate, subjects);
    if (allowed !== null) regions = regions === null ? allowed : bothRegions(regions, allowed);
  }
  return regions;
}

function regionalReads(
  reads: readonly FieldReads[],
  rules: AccessRules,
  { rules: rulesOf }: ArgumentRules,
): RegionalReads {
  return (args) => {
    const found = new Set<string>();
    const note = (read: string) => {
      for (const coordinate of rulesOf.get(read) ?? [])
        if (rules.get(coordinate)!.sharing) found.add(coordinate);
    };
    for (const { always, arguments: inputs } of reads) {
      always.forEach(note);
      for (const [name, input] of inputs) {
        readValue(input, Object.hasOwn(args, name) ? args[name] : undefined, { found: note });
      }
    }
    return found;
  };
}

function guard(
  field: GraphQLField<unknown, unknown>,
  readsOf: RegionalReads,
  readPlace: PlaceReader | undefined,
  isPart: boolean,
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const caller = callerOf(context);
    const { bounds } = caller;
    if (bounds !== null) {
      const place = readPlace ? readPlace(source as never) : NOWHERE;
      for (const coordinate of readsOf(args)) {
        const allowed = caller.extentOf(coordinate);
        if (isPart) bounds.check(coordinate, NOWHERE);
        else if (allowed !== null && !isWithin(place, allowed)) throw outsideGrant(coordinate, allowed);
      }
    }
    return resolve(source, args, context, info);
  };
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
}
