import type {
  ConstDirectiveNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NameNode,
} from 'graphql';

/** A type as one department's SDL has it, its definition and its extensions together. */
export interface TypeModel {
  name: string;
  kind: 'OBJECT' | 'INTERFACE' | 'INPUT' | 'ENUM' | 'UNION' | 'SCALAR';
  /** Where it stands first. */
  place: NameNode;
  /** True when the SDL has only `extend`s of it. */
  extended: boolean;
  description: string | null;
  directives: ConstDirectiveNode[];
  /** Of an object or interface. */
  fields: FieldDefinitionNode[];
  /** Of an input object. */
  inputFields: InputValueDefinitionNode[];
  /** Of an enum. */
  values: EnumValueDefinitionNode[];
  /** Field names in any of its `@key`s, at the top level. Empty: it is no entity. */
  keyFields: Set<string>;
  /** The selections of its `@key`s, with single spaces. */
  keys: { fields: string; resolvable: boolean }[];
}
