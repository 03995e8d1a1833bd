import { argumentsOf } from '@yiwang/schema-directives';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';
import type { Features } from '../diff/features.ts';
import type { Hidden, Types } from './elements.ts';

/** A contract that leaves this tag out leaves out what is not shared with everyone, too. */
export const CONDITIONAL_TAG = 'departments';

type Composite = Extract<
  TypeDefinitionNode,
  { interfaces?: unknown; fields?: readonly FieldDefinitionNode[] }
>;

/**
 * Hides what `@sharing` does not share with everyone: fields whose own class is CONDITIONAL or NOT_SHARED; without one of
 * their own, that of their type; and without that, that of the field in an interface. Gateways refuse by the same rule.
 */
export function hideConditional(types: Types, features: Features, hidden: Hidden): void {
  const name = features.directive('sharing');
  for (const type of types.values()) {
    if (!isComposite(type)) continue;
    for (const field of type.fields ?? []) {
      const sharing = classOf(field, name) ?? classOf(type, name) ?? classInInterfaces(type, field);
      if (sharing !== null && sharing !== 'UNCONDITIONAL') hidden.add(field);
    }
  }

  /** The strictest: a class other than UNCONDITIONAL where any says so. */
  function classInInterfaces(type: Composite, field: FieldDefinitionNode): string | null {
    for (const { name: parent } of type.interfaces ?? []) {
      const owner = types.get(parent.value);
      if (!owner || !isComposite(owner)) continue;
      const promised = owner.fields?.find((one) => one.name.value === field.name.value);
      const sharing = promised && (classOf(promised, name) ?? classOf(owner, name));
      if (sharing && sharing !== 'UNCONDITIONAL') return sharing;
    }
    return null;
  }
}

function isComposite(type: TypeDefinitionNode): type is Composite {
  return type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** Null where nothing is said. */
function classOf(
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): string | null {
  const use = directives.find((one) => one.name.value === name);
  return use ? String(argumentsOf(use)['class']) : null;
}
