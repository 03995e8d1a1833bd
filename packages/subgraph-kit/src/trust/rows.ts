import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Place } from './extent.ts';
import { isRow } from './key-fields.ts';
import type { AccessRules } from './access-rules.ts';

/** Returns the code of the region in which a row lies; null when the row has none. */
type RegionReader = (row: never) => string | null;
/** Returns whom a row is about, by `enterpriseSubject`, `matterSubject` and `personSubject`. */
type SubjectsReader = (row: never) => readonly string[];

/** Returns where a row lies, and whom it is about. */
export type PlaceReader = (row: never) => Place;

const PLACE = 'yiwang.place';
const SUBJECTS = 'yiwang.hasSubjects';
const NARROWS_ITSELF = 'yiwang.narrowsItself';

/** What the schema cannot describe about a department's rows. */
export interface Rows {
  /** By type: the code of the region in which a row lies. A grant may hold for some regions only. */
  regionOf?: Readonly<Record<string, RegionReader>>;
  /** By type: whom a row is about. They read what the schema marks with `@ownData`. */
  subjectsOf?: Readonly<Record<string, SubjectsReader>>;
  /**
   * Coordinates of fields whose resolver leaves out rows elsewhere itself: by `context.caller.regionsOf`, and by
   * {@link regionsOfArguments} for what its arguments read. Both take the subjects of the row that the list belongs to.
   */
  narrowed?: readonly string[];
}

/**
 * Stores the place readers of rows in the schema, for {@link narrowRows} and the readers of operations.
 *
 * @throws Error when the schema lacks a type or field
 */
export function describeRows(
  schema: GraphQLSchema,
  { regionOf = {}, subjectsOf = {}, narrowed = [] }: Rows,
): void {
  for (const name of new Set([...Object.keys(regionOf), ...Object.keys(subjectsOf)])) {
    const type = objectType(schema, name);
    const read = placeReader(regionOf[name], subjectsOf[name]);
    type.extensions = { ...type.extensions, [PLACE]: read, [SUBJECTS]: name in subjectsOf };
  }
  for (const coordinate of narrowed) {
    const [typeName, fieldName] = coordinate.split('.');
    const field = objectType(schema, typeName!).getFields()[fieldName!];
    if (!field) throw new Error(`The schema has no field ${coordinate}.`);
    field.extensions = { ...field.extensions, [NARROWS_ITSELF]: true };
  }
}

const NO_REGION: RegionReader = () => null;
const NOBODY: SubjectsReader = () => [];

function placeReader(readRegion = NO_REGION, readSubjects = NOBODY): PlaceReader {
  return (row) => ({ region: readRegion(row), subjects: readSubjects(row) });
}

/**
 * Checks that rows of which some is `@ownData` say whom they are about.
 *
 * @throws Error for a type that does not
 */
export function checkOwnData(schema: GraphQLSchema, rules: AccessRules): void {
  for (const [coordinate, { ownData }] of rules) {
    const type = schema.getType(coordinate.slice(0, coordinate.indexOf('.')));
    if (ownData.length === 0 || !isObjectType(type) || !isRow(type) || type.extensions[SUBJECTS] === true)
      continue;
    throw new Error(`${coordinate} is @ownData: say in subjectsOf whom a row of ${type.name} is about.`);
  }
}

/** Undefined for a type whose rows have no place. */
export function placeReaderOf(type: GraphQLObjectType): PlaceReader | undefined {
  return type.extensions[PLACE] as PlaceReader | undefined;
}

export function narrowsItself(field: GraphQLField<unknown, unknown> | undefined): boolean {
  return field?.extensions[NARROWS_ITSELF] === true;
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`The schema has no object type ${name}.`);
}
