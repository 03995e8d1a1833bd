import { type DocumentNode, Kind, parse } from 'graphql';

/** A field that a department's schema offers. */
export interface PublishedField {
  coordinate: string;
  /** The same field of the interfaces that its type implements: whoever asks for it there uses it here. */
  throughInterfaces: readonly string[];
}

/** By digest of the SDL: most departments stay as they are from one version to the next. */
const known = new Map<string, PublishedField[]>();
const MOST_KNOWN = 500;

/** The fields that clients can ask a department for. Of what it only names for others (@external) and hides, none. */
export function publishedFields(digest: string, sdl: string): PublishedField[] {
  let fields = known.get(digest);
  if (!fields) {
    fields = readFields(parse(sdl, { noLocation: true }));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(digest, fields);
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
