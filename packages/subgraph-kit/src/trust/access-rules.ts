import {
  type DirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { argumentOf, directivesOf, findDirective } from './directives.ts';
import { fieldsOfKeys } from './key-fields.ts';

export type SharingClass = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';

/** All scopes of one of the lists. */
export type Scopes = readonly (readonly string[])[];

/** What the department's own schema asks of whoever reads one field. */
export interface FieldRule {
  /** Null for what is shared with everyone. */
  sharing: Exclude<SharingClass, 'UNCONDITIONAL'> | null;
  /** `@authenticated`. */
  authenticated: boolean;
  /** `@requiresScopes` of the field, its type and the scalar or enum of its value; each must be fulfilled. */
  scopes: readonly Scopes[];
}

/** By coordinate; fields that ask for nothing are left out. */
export type AccessRules = ReadonlyMap<string, FieldRule>;

/**
 * Reads `@sharing`, `@authenticated` and `@requiresScopes` of a department's schema.
 *
 * The sharing class of a type holds for its fields that have none of their own. Keys have none: a gateway fetches them to
 * join rows, whether or not the client may read them, and refuses the client itself.
 */
export function readAccessRules(schema: GraphQLSchema): AccessRules {
  const rules = new Map<string, FieldRule>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) continue;
    const keys = fieldsOfKeys(type);
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(type, field, keys.has(field.name));
      if (rule) rules.set(`${type.name}.${field.name}`, rule);
    }
  }
  return rules;
}

function ruleOf(
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  isKey: boolean,
): FieldRule | null {
  const own = field.astNode?.directives ?? [];
  const ofType = directivesOf(type);
  const valueType = getNamedType(field.type);
  // Of a type with fields, each of those asks for itself.
  const all = [own, ofType, isLeafType(valueType) ? directivesOf(valueType) : []];
  const sharing = isKey ? undefined : (classOf(own) ?? classOf(ofType));
  const rule: FieldRule = {
    sharing: sharing === undefined || sharing === 'UNCONDITIONAL' ? null : sharing,
    authenticated: all.some((directives) => findDirective(directives, 'authenticated') !== undefined),
    scopes: all.flatMap((directives) => {
      const scopes = argumentOf(findDirective(directives, 'requiresScopes'), 'scopes');
      return scopes === undefined ? [] : [scopes as Scopes];
    }),
  };
  if (rule.sharing === null && !rule.authenticated && rule.scopes.length === 0) return null;
  return rule;
}

/** Undefined where nothing is said. */
function classOf(directives: readonly DirectiveNode[]): SharingClass | undefined {
  return argumentOf(findDirective(directives, 'sharing'), 'class') as SharingClass | undefined;
}
