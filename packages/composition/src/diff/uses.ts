import {
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Which fields use which types, so that a change of a type can be told to those who use it. */
export interface Uses {
  /** Fields that give the type or take it as an argument, at any depth of input objects. */
  of(type: string): readonly string[];
  /** Fields of an object or interface. */
  fieldsOf(type: string): readonly string[];
}

/** @param schema as it was before the change */
export function findUses(schema: GraphQLSchema): Uses {
  const holders = inputHolders(schema);
  const uses = new Map<string, Set<string>>();
  const use = (type: string, coordinate: string) => {
    const of = uses.get(type) ?? new Set();
    uses.set(type, of.add(coordinate));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      for (const name of typesOf(field, holders)) use(name, `${type.name}.${field.name}`);
    }
  }
  return {
    of: (type) => [...(uses.get(type) ?? [])].sort(),
    fieldsOf(name) {
      const type = schema.getType(name);
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
      return fields.map((field) => `${name}.${field}`).sort();
    },
  };
}

function* typesOf(
  field: GraphQLField<unknown, unknown>,
  holders: Map<string, Set<string>>,
): Iterable<string> {
  yield getNamedType(field.type).name;
  for (const { type } of field.args) {
    const { name } = getNamedType(type);
    yield* holders.get(name) ?? [name];
  }
}

/** By input object: all types that a value of it can hold, itself among them. */
function inputHolders(schema: GraphQLSchema): Map<string, Set<string>> {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  return new Map(
    inputs.map((input) => {
      const held = new Set([input.name]);
      // A set takes what is added while it is gone through.
      for (const name of held) {
        const type = schema.getType(name);
        if (!isInputObjectType(type)) continue;
        for (const field of Object.values(type.getFields())) held.add(getNamedType(field.type).name);
      }
      return [input.name, held];
    }),
  );
}
