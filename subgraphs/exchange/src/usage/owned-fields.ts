import { type DocumentNode, Kind, parse } from 'graphql';

/** The schema of a department that is in force. */
export interface PublishedSdl {
  department: string;
  /** SHA-256 of the SDL. */
  digest: string;
  sdl: string;
}

/** What one department alone provides. It may not see who uses a field that other departments provide as well. */
export interface OwnedFields {
  /** `Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`, or a type that no other department has. */
  has(coordinate: string): boolean;
  /** The fields, input fields or values of a type that are its own. */
  fieldsOf(type: string): string[];
}

/** By digest of the SDL. Most subgraphs do not change from one version to the next. */
const cache = new Map<string, ReadonlySet<string>>();
const MAX_CACHED = 500;

export function ownedFields(department: string, published: readonly PublishedSdl[]): OwnedFields {
  const own = published.find((one) => one.department === department);
  const others = published.filter((one) => one !== own).map(coordinatesOf);
  const owned = own ? [...coordinatesOf(own)].filter((one) => !others.some((other) => other.has(one))) : [];
  const set = new Set(owned);
  return {
    has: (coordinate) => set.has(coordinate.replace(/\(.*$/, '')),
    fieldsOf: (type) => owned.filter((coordinate) => coordinate.startsWith(`${type}.`)),
  };
}

function coordinatesOf({ digest, sdl }: PublishedSdl): ReadonlySet<string> {
  let coordinates = cache.get(digest);
  if (!coordinates) {
    coordinates = new Set(readCoordinates(parse(sdl, { noLocation: true })));
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(digest, coordinates);
  }
  return coordinates;
}

/**
 * The coordinates of types, fields, input fields and enum values. A field marked @external counts as provided, so that no
 * department provides it alone.
 */
function* readCoordinates({ definitions }: DocumentNode): Iterable<string> {
  for (const node of definitions) {
    if (node.kind === Kind.DIRECTIVE_DEFINITION || !('name' in node) || !node.name) continue;
    const type = node.name.value;
    yield type;
    const parts = 'fields' in node ? node.fields : 'values' in node ? node.values : [];
    for (const part of parts ?? []) yield `${type}.${part.name.value}`;
  }
}
