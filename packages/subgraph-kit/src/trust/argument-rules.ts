import {
  type FieldReads,
  type Probe,
  readArgumentReads,
  readSelection,
  restrictedReads,
} from '@yiwang/schema-directives';
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import { findDirective } from './directives.ts';

/** The variables of a request; null means that each may have any value. */
export type AskedVariables = Readonly<Record<string, unknown>> | null;

/** The restricted fields that arguments of the department's fields read. */
export interface ArgumentRules {
  /** By the coordinate of a field: its arguments that may read restricted fields. */
  fields: ReadonlyMap<string, FieldReads>;
  /** By the coordinate that an argument reads: the coordinates whose rules apply. */
  rules: ReadonlyMap<string, readonly string[]>;
  /** By the coordinate that an argument reads: the coordinates of masked fields among them. */
  sensitive: ReadonlyMap<string, readonly string[]>;
}

/** Reads the rules of `@reads` in a department's schema; see readArgumentReads. */
export function readArgumentRules(schema: GraphQLSchema, rules: AccessRules): ArgumentRules {
  const found = { rules: new Map<string, string[]>(), sensitive: new Map<string, string[]>() };
  return { fields: restrictedReads(readArgumentReads(definitionsOf(schema)), isRestricted), ...found };

  function isRestricted(coordinate: string): boolean {
    if (!found.rules.has(coordinate)) {
      const alike = sameField(schema, coordinate);
      found.rules.set(
        coordinate,
        alike.filter((one) => rules.has(one)),
      );
      found.sensitive.set(
        coordinate,
        alike.filter((one) => isSensitive(schema, one)),
      );
    }
    return found.rules.get(coordinate)!.length + found.sensitive.get(coordinate)!.length > 0;
  }
}

interface SelectionVisitor {
  found(coordinate: string): void;
  probe(probe: Probe): void;
}

/** Reports each coordinate that the arguments of one selection read, as the schema names it. */
export function readsOfSelection(
  { fields }: ArgumentRules,
  coordinate: string,
  field: FieldNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { found, probe }: SelectionVisitor,
): void {
  const reads = fields.get(coordinate);
  if (!reads) return;
  readSelection(reads, coordinate, field, {
    found,
    variable(variable, input) {
      const definition = variableDefinitions.find((one) => one.variable.name.value === variable);
      probe({ variable, input, defaultValue: definition?.defaultValue });
    },
  });
}

/** The coordinates of a field in its type, in the interfaces of the type and in its possible types. */
function sameField(schema: GraphQLSchema, coordinate: string): string[] {
  const [typeName, fieldName] = coordinate.split('.') as [string, string];
  const type = schema.getType(typeName);
  const alike: GraphQLNamedType[] = type ? [type] : [];
  if (isObjectType(type) || isInterfaceType(type)) alike.push(...type.getInterfaces());
  if (isAbstractType(type)) alike.push(...schema.getPossibleTypes(type));
  return [...new Set([typeName, ...alike.map(({ name }) => name)])].map((name) => `${name}.${fieldName}`);
}

function isSensitive(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName, fieldName] = coordinate.split('.') as [string, string];
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  return findDirective(field?.astNode?.directives, 'sensitive') !== undefined;
}

function definitionsOf(schema: GraphQLSchema) {
  const definitions = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type): (TypeDefinitionNode | TypeExtensionNode | null | undefined)[] => [
      type.astNode,
      ...type.extensionASTNodes,
    ])
    .filter((node) => node !== null && node !== undefined);
  return { kind: Kind.DOCUMENT, definitions } as const;
}
