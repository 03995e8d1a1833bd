import { argumentsOf, schemaDirectives } from '@yiwang/schema-directives';
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';

const ADDED = parse(
  `extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
   directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
  { noLocation: true },
);

/** The supergraph with `@inaccessible` linked and defined; as it is, when it is already. */
export function linkInaccessible(supergraph: DocumentNode): DocumentNode {
  const linked = schemaDirectives(supergraph).some(
    (use) => use.name.value === 'link' && String(argumentsOf(use)['url']).includes('/inaccessible/'),
  );
  if (linked) return supergraph;
  const [extension, definition] = ADDED.definitions as [DefinitionNode, DefinitionNode];
  const link = (extension.kind === Kind.SCHEMA_EXTENSION && extension.directives) || [];
  return {
    ...supergraph,
    definitions: supergraph.definitions.flatMap((one) =>
      one.kind === Kind.SCHEMA_DEFINITION
        ? [{ ...one, directives: [...(one.directives ?? []), ...link] }, definition]
        : [one],
    ),
  };
}
