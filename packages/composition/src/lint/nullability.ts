import { Kind, type TypeNode } from 'graphql';
import { hasDirective } from '../sdl/has-directive.ts';
import { isList, namedTypeOf } from '../sdl/named-type.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { TypeModel } from '../sdl/type-model.ts';
import { isConnection } from '../sdl/type-roles.ts';
import type { Report } from './finding.ts';
import { isForeign } from './ownership.ts';
import type { Rule } from './rule.ts';

/**
 * What is joined over departments may be null: one that is down then costs its own fields, not the objects around them.
 * So may what is asked for with arguments, fields of Query and pages: one bad argument then costs its own field.
 */
export const nullability: Rule = (model, report, others) => {
  const foreign = new Set(
    [...model.types.values()].filter((type) => isForeign(model, type, others)).map(({ name }) => name),
  );
  for (const type of model.types.values()) {
    for (const field of type.fields) {
      checkAsked(model, type, field, report);
      if (foreign.has(type.name)) checkAdded(model, type, field, report);
      if (foreign.has(namedTypeOf(field.type))) checkReference(type, field, report);
    }
  }
};

function checkAsked(
  model: SubgraphModel,
  type: TypeModel,
  field: TypeModel['fields'][number],
  report: Report,
): void {
  const name = field.name.value;
  if (field.type.kind !== Kind.NON_NULL_TYPE || name.startsWith('_')) return;
  const coordinate = `${type.name}.${name}`;
  if (type.name === model.roots.query) {
    report(
      'ERROR',
      coordinate,
      field,
      `Make ${coordinate} nullable: when it fails, a bad argument among the reasons, nothing else of the operation may be lost with it.`,
    );
    return;
  }
  const target = model.types.get(namedTypeOf(field.type));
  if (!target || !isConnection(target) || isList(field.type)) return;
  report(
    'WARNING',
    coordinate,
    field,
    `Make ${coordinate} nullable: a bad value of first or after may cost the page, not the ${type.name} that it belongs to.`,
  );
}

function checkAdded(
  { names }: SubgraphModel,
  type: TypeModel,
  field: TypeModel['fields'][number],
  report: Report,
): void {
  if (field.type.kind !== Kind.NON_NULL_TYPE || type.keyFields.has(field.name.value)) return;
  if (hasDirective(field, names.federation('external')) || hasDirective(field, names.federation('shareable')))
    return;
  report(
    'ERROR',
    `${type.name}.${field.name.value}`,
    field,
    `Make ${type.name}.${field.name.value} nullable: ${type.name} belongs to another department, and must still be answered when this one is down.`,
  );
}

function checkReference(type: TypeModel, field: TypeModel['fields'][number], report: Report): void {
  if (!elementIsNonNull(field.type)) return;
  const named = namedTypeOf(field.type);
  const coordinate = `${type.name}.${field.name.value}`;
  report(
    // One missing element costs the list, not the object that holds it.
    isList(field.type) ? 'WARNING' : 'ERROR',
    coordinate,
    field,
    `Make ${isList(field.type) ? 'the elements of ' : ''}${coordinate} nullable: ${named} belongs to another department, and when that one is down nothing around the reference may be lost with it.`,
  );
}

function elementIsNonNull(type: TypeNode): boolean {
  if (type.kind === Kind.LIST_TYPE) return elementIsNonNull(type.type);
  if (type.kind !== Kind.NON_NULL_TYPE) return false;
  return type.type.kind === Kind.LIST_TYPE ? elementIsNonNull(type.type.type) : true;
}
