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

/** Whom a row is about. */
export type DataSubject = 'ENTERPRISE' | 'PERSON';

/** Lists of scopes, of which a caller must have all of one list. */
export type Scopes = readonly (readonly string[])[];

/** What a caller must have to read one field, by the department's schema. */
export interface FieldRule {
  /** Null for a field that is shared with everyone. */
  sharing: Exclude<SharingClass, 'UNCONDITIONAL'> | null;
  /** `@authenticated`. */
  authenticated: boolean;
  /** `@requiresScopes` of the field, its type and the scalar or enum of its value; a caller must fulfil each. */
  scopes: readonly Scopes[];
  /** `@ownData`: those who read the field of rows about themselves without a grant. */
  ownData: readonly DataSubject[];
}

/** Rules by coordinate; unrestricted fields have none. */
export type AccessRules = ReadonlyMap<string, FieldRule>;

/**
 * Reads `@sharing`, `@authenticated` and `@requiresScopes` of a department's schema.
 *
 * The sharing class of a type applies to its fields that have none of their own. Keys have none: a gateway fetches them to
 * join rows, whether or not the client may read them, and denies them to the client itself.
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
  // A type with fields has rules of its own.
  const all = [own, ofType, isLeafType(valueType) ? directivesOf(valueType) : []];
  const sharing = isKey ? undefined : (classOf(own) ?? classOf(ofType));
  const rule: FieldRule = {
    sharing: sharing === undefined || sharing === 'UNCONDITIONAL' ? null : sharing,
    authenticated: all.some((directives) => findDirective(directives, 'authenticated') !== undefined),
    scopes: all.flatMap((directives) => {
      const scopes = argumentOf(findDirective(directives, 'requiresScopes'), 'scopes');
      return scopes === undefined ? [] : [scopes as Scopes];
    }),
    ownData: ownDataOf(own) ?? ownDataOf(ofType) ?? NOBODY,
  };
  if (rule.sharing === null && !rule.authenticated && rule.scopes.length === 0) return null;
  return rule;
}

/** The rule in the directives of a type itself. */
export function ruleOfType(type: GraphQLNamedType): Omit<FieldRule, 'sharing'> & {
  /** Undefined when the type has no class. */
  sharing: SharingClass | undefined;
} {
  const directives = directivesOf(type);
  const scopes = argumentOf(findDirective(directives, 'requiresScopes'), 'scopes');
  return {
    sharing: classOf(directives),
    authenticated: findDirective(directives, 'authenticated') !== undefined,
    scopes: scopes === undefined ? [] : [scopes as Scopes],
    ownData: ownDataOf(directives) ?? NOBODY,
  };
}

/** The sharing class in a field's own directives; undefined when it has none. */
export function sharingOfField({ astNode }: GraphQLField<unknown, unknown>): SharingClass | undefined {
  return classOf(astNode?.directives ?? []);
}

const NOBODY: readonly DataSubject[] = [];

/** Undefined when the directives say nothing about it. */
function ownDataOf(directives: readonly DirectiveNode[]): readonly DataSubject[] | undefined {
  return argumentOf(findDirective(directives, 'ownData'), 'of') as readonly DataSubject[] | undefined;
}

/** Undefined when the directives hold no class. */
function classOf(directives: readonly DirectiveNode[]): SharingClass | undefined {
  return argumentOf(findDirective(directives, 'sharing'), 'class') as SharingClass | undefined;
}
