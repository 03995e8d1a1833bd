import { argumentsOf } from '@yiwang/schema-directives';
import { type DocumentNode, Kind } from 'graphql';

/** Names of the departments by their values of the enum `join__Graph` in a supergraph. */
export function departmentNames(supergraph: DocumentNode): Map<string, string> {
  const graphs = supergraph.definitions.find(
    (one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap((value) =>
      (value.directives ?? []).map((use) => [value.name.value, String(argumentsOf(use)['name'])] as const),
    ),
  );
}
