import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, getNamedType, isObjectType, parse } from 'graphql';
import type { Subgraph } from '../synthetic/compose.ts';
import type { Served } from '../synthetic/serve.ts';

interface Keyed {
  id: string;
}

/** Values that follow from name and key. The schema is built with the first request. */
export function servedDepartment({ name, sdl }: Subgraph): Served {
  let schema: ReturnType<typeof buildSubgraphSchema> | undefined;
  return {
    name,
    schema: () => {
      schema ??= build(sdl);
      return schema;
    },
  };
}

function build(sdl: string) {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !/^(T\d+|Query)$/.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_') || field.name === 'id') continue;
      field.resolve = resolverOf(getNamedType(field.type).name, field.name);
    }
  }
  return schema;
}

function resolverOf(type: string, field: string): GraphQLFieldResolver<Keyed | undefined, unknown> {
  if (field === 'start') return (_root, { id }) => ({ id });
  if (type === 'Float') return () => 12.5;
  if (type === 'Boolean') return () => true;
  if (type === 'String') return (parent) => `${field} of ${parent!.id}`;
  return (parent) => ({ id: `${parent!.id}n` });
}
