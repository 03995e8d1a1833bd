import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { type ExecutionResult, execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import {
  answers,
  type Field,
  idOf,
  INTERFACE,
  type Reference,
  UNION,
  writeSdl,
} from '@yiwang/testing/random-graph';
import type { Thing, World } from './world.ts';

type Resolve = (source: Thing | undefined, args: Readonly<Record<string, unknown>>) => unknown;

const ROOT: Thing = { __typename: 'Query', id: '' };

/** The departments of a world, each over HTTP. */
export function startDepartments(world: World): Promise<SmallDepartment[]> {
  return Promise.all(
    [...world.model.departments, ...(world.model.annotator ? [world.model.annotator] : [])].map(
      (department) =>
        startDepartment(department, writeSdl(world.model, department), resolversOf(world, department)),
    ),
  );
}

function resolversOf(world: World, department: string): object {
  const { entities, values, queries } = world.model;
  const resolve =
    (type: string, name: string): Resolve =>
    (source, args) =>
      world.departmental(source ?? ROOT, type, name, args, department);
  const all = (type: string, fields: readonly Pick<Field, 'name'>[]) =>
    Object.fromEntries(fields.map(({ name }) => [name, resolve(type, name)]));
  const owned = (fields: readonly Field[]) => fields.filter((field) => answers(department, field));
  if (department === world.model.annotator) {
    const reference = { __resolveReference: ({ id }: Thing) => ({ __typename: INTERFACE, id }) };
    return {
      Query: all('Query', owned(queries)),
      [INTERFACE]: { ...all(INTERFACE, [{ name: 'id' }, { name: 'note' }]), ...reference },
    };
  }
  const abstract = { __resolveType: ({ __typename }: Thing) => __typename };

  return {
    Query: all('Query', owned(queries)),
    Mutation: { [`bump_${department}`]: (_: unknown, { by }: { by: number }) => world.bump(by) },
    Spot: all('Spot', [{ name: 'zone' }]),
    [UNION]: abstract,
    [INTERFACE]: {
      ...abstract,
      __resolveReference: ({ id }: Thing) => ({ __typename: id.split('.')[0], id, reference: { id } }),
    },
    ...Object.fromEntries(
      values.filter(({ owner }) => owner === department).map(({ name, fields }) => [name, all(name, fields)]),
    ),
    ...Object.fromEntries(
      entities.map((entity) => [
        entity.name,
        {
          ...resolvable(world, department, entity.name),
          __resolveReference(reference: Reference & Readonly<Record<string, unknown>>) {
            const id = idOf(reference);
            return world.knows(entity, department, id) ? { __typename: entity.name, id, reference } : null;
          },
        },
      ]),
    ),
  };

  /** Every field that the department's schema has, its own or not. */
  function resolvable({ model }: World, owner: string, type: string): object {
    const entity = model.entities.find(({ name }) => name === type)!;
    const names = entity.keys
      .get(owner)!
      .flatMap((key) => (key === 'spot' ? [{ name: 'spot' }, { name: 'number' }] : [{ name: key }]));
    const label = owner === model.labeller ? [{ name: 'label' }] : [];
    return all(type, [...names, ...label, ...owned(entity.fields), ...provided(entity.fields)]);
  }

  function provided(fields: readonly Field[]): readonly Field[] {
    const everywhere = [queries, ...entities.map((entity) => entity.fields)].flat();
    return everywhere.flatMap(({ owner, provides }) =>
      owner === department && provides && fields.includes(provides) ? [provides] : [],
    );
  }
}

/** The answer as the specification wants it, from one schema over all data. */
export async function authorize(
  world: World,
  schema: GraphQLSchema,
  query: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: parse(query),
    variableValues,
    fieldResolver: resolveMerged(world),
    typeResolver: ({ __typename }: Thing) => __typename,
  });
}

/** Resolves fields where all departments' data is one. */
export function resolveMerged(world: World): GraphQLFieldResolver<Thing | undefined, unknown> {
  return (source, args, _context, { parentType, fieldName }) =>
    parentType.name === 'Mutation'
      ? world.bump((args as { by: number }).by)
      : below(world.merged(source ?? ROOT, parentType.name, fieldName, args), source ?? ROOT);
}

/** A value whose objects know the one that they were found in. */
function below(value: unknown, above: Thing): unknown {
  if (Array.isArray(value)) return value.map((item) => below(item, above));
  const isThing = typeof value === 'object' && value !== null && '__typename' in value && 'id' in value;
  return isThing ? { ...value, above } : value;
}
