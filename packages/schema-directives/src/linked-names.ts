import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

/** Names of directives as one SDL writes them: `@link` may rename them, or leave them with a prefix. */
export interface LinkedNames {
  /** @param directive name in the specification of Federation, such as `key` */
  federation(directive: string): string;
  sharing: string;
  reads: string;
  sensitive: string;
  aggregate: string;
  ownData: string;
  cacheControl: string;
}

/** Reads the `@link`s of a department's SDL. Without any, the names are those of the specifications. */
export function readLinkedNames(document: DocumentNode): LinkedNames {
  const federation = findLink(document, 'federation');
  const ownName = (directive: string) =>
    importsOf(findLink(document, directive)?.['import']).get(directive) ?? directive;
  const imported = importsOf(federation?.['import']);
  const prefix = typeof federation?.['as'] === 'string' ? federation['as'] : 'federation';
  return {
    federation: (directive) =>
      imported.get(directive) ?? (federation ? `${prefix}__${directive}` : directive),
    sharing: ownName('sharing'),
    reads: ownName('reads'),
    sensitive: ownName('sensitive'),
    aggregate: ownName('aggregate'),
    ownData: ownName('ownData'),
    cacheControl: ownName('cacheControl'),
  };
}

/**
 * The arguments of the `@link` to a specification, whatever its version; undefined without one.
 *
 * @param spec its name, such as `federation` or `sharing`
 */
export function findLink(document: DocumentNode, spec: string): Record<string, unknown> | undefined {
  const address = spec === 'federation' ? /specs\.apollo\.dev\/federation/ : new RegExp(`/${spec}/v\\d`);
  return schemaDirectives(document)
    .filter(({ name }) => name.value === 'link')
    .map(argumentsOf)
    .find(({ url }) => address.test(String(url)));
}

/** Whether the supergraph keeps a directive of the department: `@composeDirective` of Federation names it. */
export function isComposed(document: DocumentNode, names: LinkedNames, directive: string): boolean {
  return schemaDirectives(document).some(
    (use) =>
      use.name.value === names.federation('composeDirective') && argumentsOf(use)['name'] === `@${directive}`,
  );
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
