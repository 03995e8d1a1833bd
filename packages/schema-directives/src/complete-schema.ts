import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  parse,
  print,
  visit,
} from 'graphql';
import { definitionsByName, platformDefinitions } from './definitions.ts';
import {
  argumentsOf,
  findLink,
  isComposed,
  type LinkedNames,
  readLinkedNames,
  schemaDirectives,
} from './linked-names.ts';

/** Directives of our own, each a specification of its own. */
const SPECS = ['sharing', 'reads', 'sensitive', 'aggregate', 'ownData', 'cacheControl'] as const;

/**
 * The SDL of a department with what it uses of the platform and does not define: `@sharing`, `@reads`, `@sensitive`,
 * `@aggregate`, `@ownData` and `@cacheControl` with their `@link` and `@composeDirective`, the shared scalars, `PageInfo`, `DataSource`, `CaseState` …
 *
 * All of it is appended, so that lines and columns of the department's own text stay what they are. What the SDL defines, links or
 * composes itself stays as it is, right or wrong: the lint of the registry compares it. SDL that defines all, that does not link the
 * specification of Federation, or that is no GraphQL, is returned unchanged.
 *
 * @example completeSchema(readFileSync('schema.graphql', 'utf8'))
 */
export function completeSchema(sdl: string): string {
  const document = parseOrNull(sdl);
  if (!document || !findLink(document, 'federation')) return sdl;
  const names = readLinkedNames(document);
  const { definitions, used } = findMissing(document);
  const links = missingLinks(document, names, used);
  const added = [
    ...(links.length > 0 ? [`extend schema\n  ${links.join('\n  ')}`] : []),
    ...definitions.map((one) => print(withNamesOf(one, names))),
  ];
  return added.length === 0 ? sdl : `${[sdl.trimEnd(), ...added].join('\n\n')}\n`;
}

function parseOrNull(sdl: string): DocumentNode | null {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    // Whoever composes it reports where. The parser calls itself for every level of nesting.
    if (error instanceof GraphQLError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The definitions that are used and not there, in the order of the platform, and all names that are used with them. */
function findMissing(document: DocumentNode): { definitions: DefinitionNode[]; used: ReadonlySet<string> } {
  const { byName } = platformDefinitions();
  const own = definitionsByName(document);
  const used = new Set(namesIn(document));
  // A set is walked on to what is added meanwhile: @sharing uses SharingClass.
  for (const name of used) {
    const definition = own.has(name) ? undefined : byName.get(name);
    if (definition) for (const inner of namesIn(definition)) used.add(inner);
  }
  const definitions = [...byName].flatMap(([name, one]) => (used.has(name) && !own.has(name) ? [one] : []));
  return { definitions, used };
}

/** Of the types and directives that a node uses. */
function namesIn(node: ASTNode): string[] {
  const names: string[] = [];
  visit(node, {
    Directive: ({ name }) => void names.push(`@${name.value}`),
    NamedType: ({ name }) => void names.push(name.value),
  });
  return names;
}

/** `@link` and `@composeDirective` for the directives that are used, as far as the document has none of its own. */
function missingLinks(document: DocumentNode, names: LinkedNames, used: ReadonlySet<string>): string[] {
  // Under another name the department has linked it, and defines it, itself.
  const specs = SPECS.filter((spec) => used.has(`@${spec}`) && names[spec] === spec);
  const compose = names.federation('composeDirective');
  return [
    ...specs.filter((spec) => !findLink(document, spec)).map(platformLink),
    ...specs
      .filter((spec) => !isComposed(document, names, spec))
      .map((spec) => `@${compose}(name: "@${spec}")`),
  ];
}

function platformLink(spec: string): string {
  const links = schemaDirectives(platformDefinitions().document);
  return print(links.find((use) => String(argumentsOf(use)['url']).includes(`/${spec}/`))!);
}

/** Directives under the names that the department's `@link`s give them, such as `@federation__shareable`. */
function withNamesOf(definition: DefinitionNode, names: LinkedNames): DefinitionNode {
  return visit(definition, {
    Directive(use) {
      const own = SPECS.find((spec) => spec === use.name.value);
      const value = own ? names[own] : names.federation(use.name.value);
      return { ...use, name: { ...use.name, value } };
    },
  });
}
