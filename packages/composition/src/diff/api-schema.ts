import {
  type ASTNode,
  buildASTSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  visit,
} from 'graphql';
import { type Features, isExecutable, readFeatures } from './features.ts';

/** Directives that change what a client may ask. */
const KEPT = new Set(['deprecated', 'specifiedBy', 'oneOf']);

/**
 * What clients may ask of a supergraph: without the specifications it links, and without what is `@inaccessible`.
 *
 * @param supergraph not validated: it has to come from composition or from a contract
 */
export function buildApiSchema(supergraph: DocumentNode): GraphQLSchema {
  const features = readFeatures(supergraph);
  const inaccessible = features.directive('inaccessible');
  const definitions = supergraph.definitions
    .filter((definition) => isApi(definition, features, inaccessible))
    .map((definition) => withoutHidden(definition, inaccessible));
  return buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: forgetHiddenTypes(definitions) },
    // It came out of composition, which has validated it.
    { assumeValid: true, assumeValidSDL: true },
  );
}

function isApi(definition: DefinitionNode, features: Features, inaccessible: string): boolean {
  if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) return true;
  if (!('name' in definition) || !definition.name || features.owns(definition.name.value)) return false;
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return isExecutable(definition.locations);
  return !isHidden(definition, inaccessible);
}

/** Leaves out hidden parts and all directives but those that clients see. */
function withoutHidden(definition: DefinitionNode, inaccessible: string): DefinitionNode {
  return visit(definition, {
    enter(node: ASTNode) {
      if (node !== definition && isHidden(node, inaccessible)) return null;
      if (node.kind === Kind.DIRECTIVE && !KEPT.has(node.name.value)) return null;
      return undefined;
    },
  });
}

/** What remains of an object or union may still name an interface or member that is hidden. */
function forgetHiddenTypes(definitions: DefinitionNode[]): DefinitionNode[] {
  const known = new Set(definitions.flatMap((one) => ('name' in one && one.name ? [one.name.value] : [])));
  return definitions.map((definition) => {
    if ('interfaces' in definition && definition.interfaces)
      return { ...definition, interfaces: definition.interfaces.filter(({ name }) => known.has(name.value)) };
    if ('types' in definition && definition.types)
      return { ...definition, types: definition.types.filter(({ name }) => known.has(name.value)) };
    if (definition.kind === Kind.SCHEMA_DEFINITION) {
      const roots = definition.operationTypes.filter(({ type }) => known.has(type.name.value));
      return { ...definition, operationTypes: roots };
    }
    return definition;
  }) as DefinitionNode[];
}

function isHidden(node: ASTNode, inaccessible: string): boolean {
  const directives =
    'directives' in node ? (node.directives as readonly ConstDirectiveNode[] | undefined) : undefined;
  return directives?.some(({ name }) => name.value === inaccessible) ?? false;
}
