import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import { callerOf } from './caller.ts';
import { NOWHERE } from './extent.ts';
import { narrowsItself, type PlaceReader, placeReaderOf } from './rows.ts';

/**
 * Makes the fields of rows that the caller may not read null with OUTSIDE_GRANT: they lie outside the regions of its grant, or are
 * about others.
 *
 * Objects without a place are part of the row that leads to them: the field of that row is denied when the caller may not
 * read there what the operation selects beneath it. Objects that no row with a place leads to are denied to callers who may
 * read some rows only.
 */
export function narrowRows(schema: GraphQLSchema, rules: AccessRules): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinates = [type, ...type.getInterfaces()]
        .map(({ name }) => `${name}.${field.name}`)
        .filter((coordinate) => rules.get(coordinate)?.sharing);
      const own = `${type.name}.${field.name}`;
      const leadsOn = placeReaderOf(type) !== undefined && isCompositeType(getNamedType(field.type));
      if (leadsOn && !coordinates.includes(own)) coordinates.push(own);
      if (coordinates.length > 0 && !narrowsItself(field)) guard(field, coordinates, placeReaderOf(type));
    }
  }
}

function guard(
  field: GraphQLField<unknown, unknown>,
  coordinates: readonly string[],
  readPlace: PlaceReader | undefined,
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { bounds } = callerOf(context);
    if (bounds !== null) {
      const place = readPlace ? readPlace(source as never) : NOWHERE;
      for (const coordinate of coordinates) bounds.check(coordinate, place);
    }
    return resolve(source, args, context, info);
  };
}
