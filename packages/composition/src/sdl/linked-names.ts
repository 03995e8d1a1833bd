import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

const FEDERATION = 'specs.apollo.dev/federation';

/** Names of directives as one SDL writes them: `@link` may rename them, or leave them with a prefix. */
export interface LinkedNames {
  /** @param directive name in the specification of Federation, such as `key` */
  federation(directive: string): string;
  sharing: string;
}

/** Reads the `@link`s of a department's SDL. Without any, the names are those of the specifications. */
export function readLinkedNames(document: DocumentNode): LinkedNames {
  const links = schemaDirectives(document)
    .filter(({ name }) => name.value === 'link')
    .map(argumentsOf);
  const federation = links.find(({ url }) => String(url).includes(FEDERATION));
  const sharing = links.find(({ url }) => /\/sharing\/v\d/.test(String(url)));
  const imported = importsOf(federation?.['import']);
  const prefix = typeof federation?.['as'] === 'string' ? federation['as'] : 'federation';
  return {
    federation: (directive) =>
      imported.get(directive) ?? (federation ? `${prefix}__${directive}` : directive),
    sharing: importsOf(sharing?.['import']).get('sharing') ?? 'sharing',
  };
}

/** Directives of the schema itself, of its definition and its extensions. */
export function schemaDirectives(document: DocumentNode): ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  );
}

/** The arguments of one use of a directive, by name. */
export function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function importsOf(imported: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const one of Array.isArray(imported) ? imported : []) {
    const { name, as = name } = typeof one === 'string' ? { name: one } : (one ?? {});
    if (typeof name === 'string') names.set(name.replace('@', ''), String(as).replace('@', ''));
  }
  return names;
}
