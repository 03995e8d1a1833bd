import {
  defaultFieldResolver,
  type GraphQLField,
  GraphQLString,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { isPromise } from '../execute/execution.ts';
import { callerOf } from './caller.ts';
import { argumentOf, findDirective } from './directives.ts';
import { mask, type SensitiveKind } from './mask.ts';

/**
 * Masks the values of fields with `@sensitive`, unless the caller has the scope sensitive:read.
 *
 * @throws Error when such a field is not a String
 */
export function maskSensitiveValues(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const kind = argumentOf(findDirective(field.astNode?.directives, 'sensitive'), 'kind');
      if (kind === undefined) continue;
      if (getNamedType(field.type) !== GraphQLString) {
        throw new Error(`${type.name}.${field.name} is sensitive, so it must be a String.`);
      }
      maskField(field, kind as SensitiveKind);
    }
  }
}

function maskField(field: GraphQLField<unknown, unknown>, kind: SensitiveKind): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    if (callerOf(context).seesSensitive) return value;
    return isPromise(value) ? value.then((resolved) => maskValue(kind, resolved)) : maskValue(kind, value);
  };
}

function maskValue(kind: SensitiveKind, value: unknown): unknown {
  if (typeof value === 'string') return mask(kind, value);
  if (Array.isArray(value)) return value.map((one) => maskValue(kind, one));
  // The scalar would serialise anything else as a text.
  if (value === null || value === undefined || value instanceof Error) return value;
  return mask(kind, String(value));
}
