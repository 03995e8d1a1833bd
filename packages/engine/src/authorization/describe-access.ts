import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type StringValueNode,
} from 'graphql';
import type { AccessRule } from '../core/caller.ts';
import { enumArgument, stringArgument } from '../core/read-directives.ts';
import { type DirectiveNames, directiveNames } from './directive-names.ts';
import type { TypeDefinition } from './supergraph-types.ts';

/**
 * Adds to the descriptions of a supergraph who may read a field, on what basis, and how to get access, so that
 * every playground and editor shows it. For what everyone may read, only the type is described.
 *
 * @param rules by coordinate, as the engine enforces them
 */
export function describeAccess(
  supergraph: DocumentNode,
  rules: ReadonlyMap<string, AccessRule>,
): DocumentNode {
  const names = directiveNames(supergraph);
  const definitions = supergraph.definitions.map((definition) =>
    isTypeWithFields(definition) ? describeType(definition, rules, names) : definition,
  );
  return { ...supergraph, definitions };
}

function isTypeWithFields(definition: DefinitionNode): definition is TypeDefinition {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}

function describeType(
  type: TypeDefinition,
  rules: ReadonlyMap<string, AccessRule>,
  names: DirectiveNames,
): TypeDefinition {
  const fields = type.fields?.map((field): FieldDefinitionNode => {
    const rule = rules.get(`${type.name.value}.${field.name.value}`);
    const isMasked = field.directives?.some(({ name }) => name.value === names.sensitive) ?? false;
    const sentences = [...(rule ? sentencesOf(rule) : []), ...(isMasked ? [MASKED] : [])];
    return sentences.length > 0 ? { ...field, description: extend(field.description, sentences) } : field;
  });
  const sharing = type.directives?.find(({ name }) => name.value === names.sharing);
  const isOpen = sharing && enumArgument(sharing, 'class') === 'UNCONDITIONAL';
  if (!isOpen) return { ...type, ...(fields && { fields }) };
  const open = `无条件共享 Open to everyone${basisOf(stringArgument(sharing, 'basis'))}, unless a field says otherwise.`;
  return { ...type, description: extend(type.description, [open]), ...(fields && { fields }) };
}

const OWN = {
  ENTERPRISE: 'those who act for the enterprise that it is about',
  PERSON: 'the person whom it is about',
};
const MASKED = '敏感信息 Masked without the scope sensitive:read.';

function sentencesOf({ coordinate, sharing, basis, authenticated, scopes, ownData }: AccessRule): string[] {
  const sentences: string[] = [];
  if (sharing === 'CONDITIONAL') {
    sentences.push(
      `有条件共享 Shared on condition${basisOf(basis)}: needs a grant for ${coordinate} (applyForSharing, or yiwang application apply) and the purpose headers.`,
    );
    if (ownData.length > 0)
      sentences.push(`本人数据 Open to ${ownData.map((one) => OWN[one]).join(' and ')}.`);
  }
  if (sharing === 'NOT_SHARED') {
    sentences.push(`不予共享 Not shared${basisOf(basis)}: only its own department reads it.`);
  }
  if (scopes.length > 0) {
    sentences.push(`Needs the scope ${scopes.map((all) => all.join(' and ')).join(', or ')}.`);
  } else if (authenticated) sentences.push('For clients that have signed in.');
  return sentences;
}

function basisOf(basis: string | null | undefined): string {
  return basis ? ` (${basis})` : '';
}

/** Adds the sentences as a separate paragraph. */
function extend(description: StringValueNode | undefined, sentences: readonly string[]): StringValueNode {
  const value = [description?.value, sentences.join(' ')].filter(Boolean).join('\n\n');
  return { kind: Kind.STRING, value, block: true };
}
