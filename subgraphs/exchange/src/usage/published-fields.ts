import { type DocumentNode, Kind, parse } from 'graphql';

/** A field that a subgraph offers to clients. */
export interface PublishedField {
  coordinate: string;
  /** The same field of the interfaces that its type implements. An operation that selects one of these uses this field. */
  throughInterfaces: readonly string[];
}

/** By digest of the SDL. Most subgraphs do not change from one version to the next. */
const cache = new Map<string, PublishedField[]>();
const MAX_CACHED = 500;

/** The fields of a subgraph that clients can select, without those marked @external or @inaccessible. */
export function publishedFields(digest: string, sdl: string): PublishedField[] {
  let fields = cache.get(digest);
  if (!fields) {
    fields = readFields(parse(sdl, { noLocation: true }));
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(digest, fields);
  }
  return fields;
}

function readFields({ definitions }: DocumentNode): PublishedField[] {
  return definitions.flatMap((node) => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        if (isHidden(node)) return [];
        return (node.fields ?? [])
          .filter((field) => !isHidden(field))
          .map(({ name }) => ({
            coordinate: `${node.name.value}.${name.value}`,
            throughInterfaces: (node.interfaces ?? []).map((type) => `${type.name.value}.${name.value}`),
          }));
      default:
        return [];
    }
  });
}

function isHidden({ directives = [] }: { directives?: readonly { name: { value: string } }[] }): boolean {
  return directives.some(({ name }) =>
    ['external', 'inaccessible'].includes(name.value.replace(/^federation__/, '')),
  );
}
