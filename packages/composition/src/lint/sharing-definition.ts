import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';
import { argumentsOf, schemaDirectives } from '../sdl/linked-names.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Rule } from './rule.ts';

/** As every department has it; descriptions may differ. */
export const SHARING_DEFINITIONS = `
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
`;

const EXPECTED = new Map(parse(SHARING_DEFINITIONS).definitions.map((one) => [nameOf(one), plain(one)]));

/** `@sharing` is the same in all departments, and composed: otherwise the supergraph would not say who may read what. */
export const sharingDefinition: Rule = (model, report) => {
  if (!usesSharing(model)) return;
  const { sharing } = model.names;
  const found = new Map(model.document.definitions.map((definition) => [nameOf(definition), definition]));
  for (const [name, expected] of EXPECTED) {
    const definition = found.get(name === 'sharing' ? sharing : name);
    if (definition && plain(definition).replace(`@${sharing}`, '@sharing') === expected) continue;
    report(
      'ERROR',
      null,
      definition ?? null,
      `Define ${name === 'sharing' ? '@sharing' : name} as every department does: ${expected}`,
    );
  }
  const composed = schemaDirectives(model.document).some(
    (use) =>
      use.name.value === model.names.federation('composeDirective') &&
      argumentsOf(use)['name'] === `@${sharing}`,
  );
  if (!composed)
    report(
      'ERROR',
      null,
      null,
      'Add @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"]) and @composeDirective(name: "@sharing") to the schema: without them the supergraph loses @sharing.',
    );
};

function usesSharing({ types, names }: SubgraphModel): boolean {
  return [...types.values()].some(({ directives, fields }) =>
    [...directives, ...fields.flatMap((field) => field.directives ?? [])].some(
      ({ name }) => name.value === names.sharing,
    ),
  );
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name ? definition.name.value : '';
}

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
