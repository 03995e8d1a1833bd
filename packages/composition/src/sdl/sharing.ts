import { argumentsOf } from '@yiwang/schema-directives';
import type { ConstDirectiveNode } from 'graphql';
import { hasDirective } from './has-directive.ts';
import type { SubgraphModel } from './subgraph-model.ts';
import type { TypeModel } from './type-model.ts';
import { isCarrier } from './type-roles.ts';

export type SharingClass = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';
export type UpdateCycle = 'REAL_TIME' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY';

/** Who may read a field, on what basis, and how often it is brought up to date. */
export interface Sharing {
  class: SharingClass;
  basis: string | null;
  cycle: UpdateCycle | null;
}

/**
 * What holds for a field: its own `@sharing`, else its type's. A field's own class does not take the type's basis,
 * which is a reason for another class; it does take the type's cycle. Null when neither says anything.
 */
export function sharingOf(
  model: SubgraphModel,
  type: TypeModel,
  field: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
): Sharing | null {
  const ofType = ownSharing(model, type);
  const own = ownSharing(model, field);
  return own ? { ...own, cycle: own.cycle ?? ofType?.cycle ?? null } : ofType;
}

/** What the type or field itself says. */
export function ownSharing(
  model: SubgraphModel,
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
): Sharing | null {
  const use = node.directives?.find(({ name }) => name.value === model.names.sharing);
  if (!use) return null;
  const { class: sharingClass, basis, cycle } = argumentsOf(use);
  const reason = typeof basis === 'string' ? basis.trim() : '';
  return {
    class: sharingClass as SharingClass,
    basis: reason === '' ? null : reason,
    cycle: (cycle as UpdateCycle | undefined) ?? null,
  };
}

/**
 * The fields of a type that hold data of this department: not its keys, which say which object is meant, unless the type
 * itself says who may read it, and not what another department resolves.
 */
export function dataFields(model: SubgraphModel, type: TypeModel): TypeModel['fields'] {
  if (type.kind !== 'OBJECT' || isCarrier(model, type)) return [];
  const external = model.names.federation('external');
  const saysItself = ownSharing(model, type) !== null;
  return type.fields.filter(
    (field) => !hasDirective(field, external) && (saysItself || !type.keyFields.has(field.name.value)),
  );
}
