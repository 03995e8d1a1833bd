import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

/** Returns the code of the region in which a row lies; null when the row has none. */
export type RegionReader = (row: never) => string | null;

const REGION = 'yiwang.region';
const NARROWS_ITSELF = 'yiwang.narrowsItself';

/** What the schema cannot describe about a department's rows. */
export interface Rows {
  /** By type: the code of the region in which a row lies. A grant may hold for some regions only. */
  regionOf?: Readonly<Record<string, RegionReader>>;
  /**
   * Coordinates of fields whose resolver leaves out rows elsewhere itself: by `context.caller.regionsOf`, and by
   * {@link regionsOfArguments} for what its arguments read.
   */
  narrowed?: readonly string[];
}

/**
 * Stores the region readers of rows in the schema, for {@link narrowRows} and the readers of operations.
 *
 * @throws Error when the schema lacks a type or field
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

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`The schema has no object type ${name}.`);
}
