import { namedTypeOf } from './named-type.ts';
import type { SubgraphModel } from './subgraph-model.ts';
import type { TypeModel } from './type-model.ts';

export function isRoot(model: SubgraphModel, type: TypeModel): boolean {
  return Object.values(model.roots).includes(type.name);
}

export function isConnection(type: TypeModel): boolean {
  return type.name.endsWith('Connection') && type.fields.some(({ name }) => name.value === 'edges');
}

export function isEdge(type: TypeModel): boolean {
  return type.name.endsWith('Edge') && type.fields.some(({ name }) => name.value === 'node');
}

/** Types that only carry others: pages, outcomes of mutations, what Federation adds. */
export function isCarrier(model: SubgraphModel, type: TypeModel): boolean {
  return (
    isRoot(model, type) ||
    isConnection(type) ||
    isEdge(type) ||
    type.name === 'PageInfo' ||
    type.name.endsWith('UserError') ||
    type.name.endsWith('Payload') ||
    type.name.startsWith('_')
  );
}

/** What a field leads to: through a connection, the type of its nodes. Null for a type that the SDL does not have. */
export function targetOf(model: SubgraphModel, field: TypeModel['fields'][number]): TypeModel | null {
  const type = model.types.get(namedTypeOf(field.type));
  if (!type) return null;
  if (!isConnection(type)) return type;
  const edges = type.fields.find(({ name }) => name.value === 'edges')!;
  const edge = model.types.get(namedTypeOf(edges.type));
  const node = edge?.fields.find(({ name }) => name.value === 'node');
  return (node && model.types.get(namedTypeOf(node.type))) ?? null;
}
