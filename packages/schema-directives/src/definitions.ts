import { readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';

/** What the schema of a department may use without defining it: see definitions.graphql. */
export interface PlatformDefinitions {
  document: DocumentNode;
  /** Directives and types by their names, those of directives with an at sign: `@sharing`, `SharingClass`, `Date`. */
  byName: ReadonlyMap<string, DefinitionNode>;
}

let read: PlatformDefinitions | null = null;

/** Read when first needed: gateways import this package and need none. */
export function platformDefinitions(): PlatformDefinitions {
  if (read) return read;
  const text = readFileSync(new URL('../definitions.graphql', import.meta.url), 'utf8');
  const document = parse(text, { noLocation: true });
  read = { document, byName: definitionsByName(document) };
  return read;
}

/** What a document defines or extends, by name. */
export function definitionsByName({ definitions }: DocumentNode): Map<string, DefinitionNode> {
  return new Map(
    definitions.flatMap((definition) => {
      if (!('name' in definition) || !definition.name) return [];
      const name = definition.name.value;
      return [[definition.kind === Kind.DIRECTIVE_DEFINITION ? `@${name}` : name, definition] as const];
    }),
  );
}
