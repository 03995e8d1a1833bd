import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import { callerOf } from './caller.ts';

/** Code of the region in which a row lies; null where that is not known. */
export type RegionReader = (row: never) => string | null;

const REGION = 'yiwang.region';
const NARROWS_ITSELF = 'yiwang.narrowsItself';

/** What the schema does not tell of a department's rows. */
export interface Rows {
  /** By type: the code of the region in which a row lies. A grant may hold for some regions only. */
  regionOf?: Readonly<Record<string, RegionReader>>;
  /** Coordinates whose resolver itself leaves out rows that lie elsewhere, by `context.caller.regionsOf`. */
  narrowed?: readonly string[];
}

/**
 * Notes the regions of rows where {@link narrowRows} and those who read operations find them.
 *
 * @throws Error when the schema has no such type or field
 */
export function describeRows(schema: GraphQLSchema, { regionOf = {}, narrowed = [] }: Rows): void {
  for (const [name, read] of Object.entries(regionOf)) {
    const type = objectType(schema, name);
    type.extensions = { ...type.extensions, [REGION]: read };
  }
  for (const coordinate of narrowed) {
    const [typeName, fieldName] = coordinate.split('.');
    const field = objectType(schema, typeName!).getFields()[fieldName!];
    if (!field) throw new Error(`The schema has no field ${coordinate}.`);
    field.extensions = { ...field.extensions, [NARROWS_ITSELF]: true };
  }
}

export function regionReaderOf(type: GraphQLObjectType): RegionReader | undefined {
  return type.extensions[REGION] as RegionReader | undefined;
}

export function narrowsItself(field: GraphQLField<unknown, unknown> | undefined): boolean {
  return field?.extensions[NARROWS_ITSELF] === true;
}

/**
 * Makes the fields of rows that lie outside the regions of the caller's grant null with OUTSIDE_GRANT.
 *
 * A type whose rows tell no region is part of the row by which it is reached: that row's field is refused when the caller may
 * not read there what the operation selects beneath. What is reached without any row that has a region is refused to whoever
 * may read some regions only.
 */
export function narrowRows(schema: GraphQLSchema, rules: AccessRules): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinates = [type, ...type.getInterfaces()]
        .map(({ name }) => `${name}.${field.name}`)
        .filter((coordinate) => rules.get(coordinate)?.sharing);
      const own = `${type.name}.${field.name}`;
      const leadsOn = regionReaderOf(type) !== undefined && isCompositeType(getNamedType(field.type));
      if (leadsOn && !coordinates.includes(own)) coordinates.push(own);
      if (coordinates.length > 0 && !narrowsItself(field)) guard(field, coordinates, regionReaderOf(type));
    }
  }
}

function guard(
  field: GraphQLField<unknown, unknown>,
  coordinates: readonly string[],
  readRegion: RegionReader | undefined,
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { bounds } = callerOf(context);
    if (bounds !== null) {
      const region = readRegion ? readRegion(source as never) : null;
      for (const coordinate of coordinates) bounds.check(coordinate, region);
    }
    return resolve(source, args, context, info);
  };
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`The schema has no object type ${name}.`);
}
