import { isPublicError } from '@yiwang/errors';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isPromise } from '../execute/execution.ts';
import type { AccessRules } from './access-rules.ts';
import { callerOf } from './caller.ts';
import type { Existence } from './existence.ts';
import { type Extent, isWithin, NOWHERE } from './extent.ts';
import { outsideExtents } from './row-bounds.ts';
import { narrowsItself, type PlaceReader, placeReaderOf } from './rows.ts';

/** Rows of one type whose existence is restricted. */
interface RestrictedRows {
  /** The rules for their existence, such as `Permit.__typename`. */
  coordinates: readonly string[];
  readPlace: PlaceReader | undefined;
}

/**
 * Hides rows that a caller may not know of, because they lie outside the regions of its grants or are about others: a field that
 * leads to one row answers in the same way for such a row and for one that does not exist.
 *
 * A list whose resolver does not narrow its rows itself (see `Rows.narrowed`) is denied to such a caller, because its length
 * and its pages would disclose the other rows.
 *
 * @param rules of the fields
 */
export function narrowExistence(schema: GraphQLSchema, rules: AccessRules, existence: Existence): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_entities' && type === schema.getQueryType()) {
        narrowEntities(field, existence);
        continue;
      }
      // Its own grants narrow a restricted field, and its connection narrows an edge.
      if (isRestricted(type, field.name) || existence.ofType(type.name).length > 0) continue;
      const rows = rowsBehind(field);
      if (rows.length > 0 && !narrowsItself(field)) guard(type, field, rows);
    }
  }

  function isRestricted(type: GraphQLObjectType, name: string): boolean {
    return [type, ...type.getInterfaces()].some((one) => {
      const sharing = rules.get(`${one.name}.${name}`)?.sharing ?? null;
      return sharing !== null;
    });
  }

  function rowsBehind(field: GraphQLField<unknown, unknown>): readonly RestrictedRows[] {
    const named = getNamedType(field.type);
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    return types.flatMap((type) => {
      const coordinates = existence.ofType(type.name);
      return coordinates.length === 0 ? [] : [{ coordinates, readPlace: placeReaderOf(type) }];
    });
  }

  function guard(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    rows: readonly RestrictedRows[],
  ): void {
    const resolve = field.resolve ?? defaultFieldResolver;
    const [only] = rows;
    const isOne =
      rows.length === 1 && only!.readPlace !== undefined && !isListType(getNullableType(field.type));
    const readParentPlace = placeReaderOf(parent);
    const isRoot = parent === schema.getQueryType() || parent === schema.getSubscriptionType();
    const mustFail = isRoot || isNonNullType(field.type);

    field.resolve = (source, args, context, info) => {
      const bounds = boundsOf(rows, context);
      if (bounds.length === 0) return resolve(source, args, context, info);
      if (isOne) {
        const absent = () => {
          if (mustFail) throw outsideExtents(`${parent.name}.${field.name}`, bounds);
          return null;
        };
        const check = (row: unknown) => {
          if (row instanceof Error || (row === null && !mustFail)) return row;
          return liesWithin(row, only!.readPlace!, bounds) ? row : absent();
        };
        return checkResult(() => resolve(source, args, context, info), check, absent);
      }
      // Rows without a place are part of the row that leads to them.
      const place = readParentPlace ? readParentPlace(source as never) : NOWHERE;
      if (!rows.every(({ readPlace }) => !readPlace) || !bounds.every((one) => isWithin(place, one))) {
        throw outsideExtents(`${parent.name}.${field.name}`, bounds);
      }
      return resolve(source, args, context, info);
    };
    if (field.subscribe && isOne) guardSubscription(field, rows, `${parent.name}.${field.name}`);
  }
}

/** Makes a subscription to a row that does not exist fail as one to a row that lies elsewhere. */
function guardSubscription(
  field: GraphQLField<unknown, unknown>,
  rows: readonly RestrictedRows[],
  coordinate: string,
): void {
  const subscribe = field.subscribe!;
  field.subscribe = (source, args, context, info) => {
    const bounds = boundsOf(rows, context);
    if (bounds.length === 0) return subscribe(source, args, context, info);
    const absent = () => {
      throw outsideExtents(coordinate, bounds);
    };
    return checkResult(
      () => subscribe(source, args, context, info),
      (events) => events,
      absent,
    );
  };
}

/** Makes entities that lie elsewhere null, as entities that do not exist are. */
function narrowEntities(field: GraphQLField<unknown, unknown>, existence: Existence): void {
  const resolve = field.resolve!;
  field.resolve = (source, args, context, info) => {
    const entities = resolve(source, args, context, info) as readonly unknown[];
    if (callerOf(context).bounds === null) return entities;
    return entities.map((entity) => (isPromise(entity) ? entity.then(keep) : keep(entity)));

    function keep(entity: unknown): unknown {
      const { __typename: name } = (entity ?? {}) as { __typename?: string };
      const type = name === undefined ? undefined : info.schema.getType(name);
      const readPlace = isObjectType(type) ? placeReaderOf(type) : undefined;
      if (!readPlace) return entity;
      const bounds = boundsOf([{ coordinates: existence.ofType(name!), readPlace }], context);
      if (bounds.length === 0 || entity instanceof Error) return entity;
      return liesWithin(entity, readPlace, bounds) ? entity : null;
    }
  };
}

/** The extent of each kind of rows of which the caller may learn that some exist. */
function boundsOf(rows: readonly RestrictedRows[], context: unknown): Extent[] {
  const caller = callerOf(context);
  if (caller.bounds === null) return [];
  return rows
    .flatMap(({ coordinates }) => coordinates.map((one) => caller.extentOfRows(one)))
    .filter((extent) => extent !== null);
}

function liesWithin(row: unknown, readPlace: PlaceReader, bounds: readonly Extent[]): boolean {
  if (row === null || row === undefined) return false;
  const place = readPlace(row as never);
  return bounds.every((one) => isWithin(place, one));
}

/** Checks the result of a resolver. @param absent replaces the error NOT_FOUND */
function checkResult(run: () => unknown, check: (value: unknown) => unknown, absent: () => unknown): unknown {
  const explain = (error: unknown) => {
    if (isPublicError(error) && error.code === 'NOT_FOUND') return absent();
    throw error;
  };
  try {
    const value = run();
    return isPromise(value) ? value.then(check, explain) : check(value);
  } catch (error) {
    return explain(error);
  }
}
