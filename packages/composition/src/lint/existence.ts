import { type FieldDefinitionNode, Kind } from 'graphql';
import { hasDirective } from '../sdl/has-directive.ts';
import { isList, namedTypeOf } from '../sdl/named-type.ts';
import { ownSharing, type SharingClass } from '../sdl/sharing.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { TypeModel } from '../sdl/type-model.ts';
import { isRoot, targetOf } from '../sdl/type-roles.ts';
import type { Report } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * What is kept back is not told by what stands beside it: rows whose type is not for everyone are listed in a form that keeps
 * their number back, too, and led to by fields that may be null.
 */
export const existence: Rule = (model, report) => {
  for (const type of model.types.values()) {
    if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') continue;
    checkOpenFields(model, type, report);
    checkReferences(model, type, report);
    checkList(model, type, report);
    checkNumbers(model, type, report);
  }
};

const NUMBERS: ReadonlySet<string> = new Set(['Int', 'Float', 'Decimal']);
/** As in applicationCount, totalApplications or averageApplicationDays. */
const AGGREGATE = /count|total|sum|average|mean|number/i;

/** A number that is named for rows which are kept back says from how many it is shown. */
function checkNumbers(model: SubgraphModel, type: TypeModel, report: Report): void {
  for (const field of type.fields) {
    const name = field.name.value;
    if (!NUMBERS.has(namedTypeOf(field.type)) || !AGGREGATE.test(name)) continue;
    if (keptClass(model, type) || isKept(model, field) || hasDirective(field, 'aggregate')) continue;
    const rows = [...model.types.values()].find(
      (one) => keptClass(model, one) && name.toLowerCase().includes(one.name.toLowerCase()),
    );
    if (!rows) continue;
    const coordinate = `${type.name}.${name}`;
    report(
      'ERROR',
      coordinate,
      field,
      `Say with @aggregate(over: ["${rows.name}.…"]) what ${coordinate} is made from, so that it is not shown for few rows of ${rows.name}, which is ${keptClass(model, rows)!}; or with @aggregate(over: []) that it tells of none.`,
    );
  }
}

/** The class of a type whose rows are not for everyone; null for others. */
function keptClass(model: SubgraphModel, type: TypeModel | null | undefined): SharingClass | null {
  const own = type ? ownSharing(model, type)?.class : undefined;
  return own === undefined || own === 'UNCONDITIONAL' ? null : own;
}

function checkOpenFields(model: SubgraphModel, type: TypeModel, report: Report): void {
  const kept = keptClass(model, type);
  const open = type.fields.find((field) => ownSharing(model, field)?.class === 'UNCONDITIONAL');
  if (!kept || !open) return;
  const coordinate = `${type.name}.${open.name.value}`;
  report(
    'WARNING',
    coordinate,
    open,
    `${coordinate} is for everyone, and tells whether a row of ${type.name} exists, which is ${kept}. Leave its class out, or keep the other fields back one by one.`,
  );
}

function checkReferences(model: SubgraphModel, type: TypeModel, report: Report): void {
  if (keptClass(model, type)) return;
  for (const field of type.fields) {
    const own = ownSharing(model, field)?.class ?? 'UNCONDITIONAL';
    const target = targetOf(model, field);
    const kept = keptClass(model, target);
    if (!kept || own !== 'UNCONDITIONAL' || field.type.kind !== Kind.NON_NULL_TYPE) continue;
    if (isEdge(type) || isListField(type, field)) continue;
    const coordinate = `${type.name}.${field.name.value}`;
    report(
      'ERROR',
      coordinate,
      field,
      `Make ${coordinate} nullable: it leads to ${target!.name}, which is ${kept}, and is null for whoever may not know of its rows; nothing around it may be lost with it.`,
    );
  }
}

/** A type that lists rows and is no connection tells how many there are by what else it has. */
function checkList(model: SubgraphModel, type: TypeModel, report: Report): void {
  if (isRoot(model, type) || type.keyFields.size > 0 || keptClass(model, type) || isEdge(type)) return;
  for (const field of type.fields) {
    const target = model.types.get(namedTypeOf(field.type));
    const kept = keptClass(model, target);
    if (!kept || !isList(field.type) || isListField(type, field)) continue;
    const open = type.fields.find((one) => one !== field && !isKept(model, one));
    if (!open) continue;
    const coordinate = `${type.name}.${field.name.value}`;
    report(
      'ERROR',
      coordinate,
      field,
      `${type.name} lists rows of ${target!.name}, which is ${kept}, and ${type.name}.${open.name.value} beside them is for everyone. Say @sharing(class: ${kept}, …) on ${type.name}, or make it a connection: edges with node, which is kept back as its rows are.`,
    );
  }
}

function isKept(model: SubgraphModel, field: FieldDefinitionNode): boolean {
  return (ownSharing(model, field)?.class ?? 'UNCONDITIONAL') !== 'UNCONDITIONAL';
}

/** By its form, as gateways and subgraphs know it. */
function isEdge(type: TypeModel): boolean {
  return type.fields.some(({ name }) => name.value === 'node');
}

function isListField(type: TypeModel, field: FieldDefinitionNode): boolean {
  const [list] = type.fields.filter((one) => ['edges', 'nodes'].includes(one.name.value) && isList(one.type));
  return list === field;
}
