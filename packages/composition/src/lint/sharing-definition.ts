import { definitionsByName, isComposed, platformDefinitions } from '@yiwang/schema-directives';
import { type DefinitionNode, Kind, print, visit } from 'graphql';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Report } from './finding.ts';
import type { Rule } from './rule.ts';

/** `@sharing` is the same in all departments, and composed: otherwise the supergraph would not say who may read what. */
export const sharingDefinition: Rule = (model, report) => {
  if (!usesSharing(model)) return;
  const { sharing } = model.names;
  checkDefinition(model, report, '@sharing', `@${sharing}`);
  checkDefinition(model, report, 'SharingClass');
  checkDefinition(model, report, 'UpdateCycle');
  if (!isComposed(model.document, model.names, sharing))
    report(
      'ERROR',
      null,
      null,
      'Add @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"]) and @composeDirective(name: "@sharing") to the schema: without them the supergraph loses @sharing.',
    );
};

/**
 * Reports a definition of the platform that a department lacks or has otherwise; descriptions may differ.
 *
 * @param name of the platform's definition, such as `@sharing`
 * @param ownName what the department calls it
 */
export function checkDefinition(
  { document }: SubgraphModel,
  report: Report,
  name: string,
  ownName: string = name,
): void {
  const expected = plain(platformDefinitions().byName.get(name)!);
  const definition = definitionsByName(document).get(ownName);
  if (!definition) {
    report(
      'ERROR',
      null,
      null,
      `${ownName} is not defined. The kit and yiwang add the definition to a schema that links the specification of Federation; without them, define it as the platform does: ${expected}`,
    );
  } else if (plain(definition).replace(ownName, name) !== expected) {
    report(
      'ERROR',
      null,
      definition,
      `${ownName} differs from the platform's. Remove the definition, which the kit and yiwang add, or define it like this: ${expected}`,
    );
  }
}

function usesSharing({ types, names }: SubgraphModel): boolean {
  return [...types.values()].some(({ directives, fields }) =>
    [...directives, ...fields.flatMap((field) => field.directives ?? [])].some(
      ({ name }) => name.value === names.sharing,
    ),
  );
}

/** Without descriptions, in one order and on one line. */
function plain(definition: DefinitionNode): string {
  const bare = visit(definition, {
    enter: (node) =>
      'description' in node && node.description ? { ...node, description: undefined } : undefined,
  });
  const locationsInOrder =
    bare.kind === Kind.DIRECTIVE_DEFINITION
      ? { ...bare, locations: [...bare.locations].sort((a, b) => (a.value < b.value ? -1 : 1)) }
      : bare;
  return print(locationsInOrder).replaceAll(/\s+/g, ' ');
}
