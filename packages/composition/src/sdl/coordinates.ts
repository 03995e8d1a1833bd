import {
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

type Part = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;
type CoordinateNode = TypeDefinitionNode | TypeExtensionNode | Part;

/** The types of a document and their parts by schema coordinate: `T`, `T.field`, `T.field(argument:)`. A type and its extensions have the same. */
export function* readCoordinates(
  document: DocumentNode,
): Iterable<[coordinate: string, node: CoordinateNode]> {
  for (const type of document.definitions) {
    if (!isTypeDefinitionNode(type) && !isTypeExtensionNode(type)) continue;
    const name = type.name.value;
    yield [name, type];
    const parts: readonly Part[] = [
      ...('fields' in type ? (type.fields ?? []) : []),
      ...('values' in type ? (type.values ?? []) : []),
    ];
    for (const part of parts) {
      const coordinate = `${name}.${part.name.value}`;
      yield [coordinate, part];
      for (const argument of ('arguments' in part && part.arguments) || [])
        yield [`${coordinate}(${argument.name.value}:)`, argument];
    }
  }
}

/** What a document has at one schema coordinate: a type may have extensions beside its definition. */
export function nodesAt(document: DocumentNode, coordinate: string): CoordinateNode[] {
  return [...readCoordinates(document)].flatMap(([found, node]) => (found === coordinate ? [node] : []));
}
