import {
  type ArgumentReads,
  declaredReads,
  type InputReads,
  readArgumentReads,
} from '@yiwang/schema-directives';
import { type ASTNode, type ConstDirectiveNode, type ConstValueNode, Kind, print } from 'graphql';
import { hasDirective } from '../sdl/has-directive.ts';
import { ownSharing } from '../sdl/sharing.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Rule } from './rule.ts';

/**
 * Where a department keeps something back, every argument and input field says what it reads: what finds rows by a field tells
 * it. Either it is named like a field of the rows, or `@reads` says it. What `@reads` names exists, and departments that have the
 * same argument say the same. Mutations are exempt: what they are given is no condition.
 */
export const argumentReads: Rule = (model, report, others) => {
  const sayable = sayableOf(model);
  for (const [coordinate, { node, directives }] of sayable) {
    for (const value of valuesOfReads(model, directives)) {
      if (value.kind === Kind.STRING && isField(model, value.value)) continue;
      const named = value.kind === Kind.STRING ? value.value : print(value);
      report(
        'ERROR',
        coordinate,
        node,
        `@reads of ${coordinate} names ${named}, which this schema does not have. Name fields as Type.field.`,
      );
    }
  }
  for (const other of others) compare(other);
  if (!keepsBack(model, others)) return;
  const told = new Set<string>();
  for (const [coordinate, field] of readsIn(model)) {
    const [type, name] = coordinate.split('.');
    if (type === model.roots.mutation || name!.startsWith('_') || !sayable.has(coordinate)) continue;
    for (const input of field.arguments.values()) demand(input);
  }

  function demand(input: InputReads): void {
    if (told.has(input.coordinate) && !input.fields) return;
    const isKnown = told.has(input.coordinate);
    told.add(input.coordinate);
    if (input.origin === 'UNKNOWN') {
      report(
        'ERROR',
        input.coordinate,
        sayable.get(input.coordinate)?.node ?? null,
        `Say which fields ${input.coordinate} reads: @reads(fields: ["Type.field"]), or name it like the field of the rows. If it reads none, say @reads(fields: []).`,
      );
    }
    if (!isKnown) for (const field of input.fields?.values() ?? []) demand(field);
  }

  function compare(other: SubgraphModel): void {
    const theirs = sayableOf(other);
    for (const [coordinate, one] of sayable) {
      const same = theirs.get(coordinate);
      if (!same) continue;
      const [mine, said] = [declaredReads(one, model.names.reads), declaredReads(same, other.names.reads)];
      if (String(mine?.toSorted()) === String(said?.toSorted())) continue;
      report(
        'ERROR',
        coordinate,
        one.node,
        `${coordinate} reads ${listed(mine)} here and ${listed(said)} in ${other.department}. Agree on one @reads.`,
      );
    }
  }
};

interface Sayable {
  node: ASTNode;
  directives: readonly ConstDirectiveNode[];
}

const known = new WeakMap<SubgraphModel, { reads: ArgumentReads; sayable: ReadonlyMap<string, Sayable> }>();

function readsIn(model: SubgraphModel): ArgumentReads {
  return lookUp(model).reads;
}

/** What `@reads` may stand on, by schema coordinate. */
function sayableOf(model: SubgraphModel): ReadonlyMap<string, Sayable> {
  return lookUp(model).sayable;
}

/** In a large graph most departments have not changed. */
function lookUp(model: SubgraphModel) {
  let found = known.get(model);
  if (!found) {
    const { reads, sensitive, federation } = model.names;
    const names = { reads, sensitive, key: federation('key') };
    found = { reads: readArgumentReads(model.document, names), sayable: collectSayable(model) };
    known.set(model, found);
  }
  return found;
}

/** Not what another department resolves: that says it. */
function collectSayable({ types, names }: SubgraphModel): Map<string, Sayable> {
  const found = new Map<string, Sayable>();
  const add = (
    coordinate: string,
    node: ASTNode & { directives?: readonly ConstDirectiveNode[] | undefined },
  ) => found.set(coordinate, { node, directives: node.directives ?? [] });
  for (const type of types.values()) {
    for (const field of type.fields) {
      if (hasDirective(field, names.federation('external'))) continue;
      const coordinate = `${type.name}.${field.name.value}`;
      add(coordinate, field);
      for (const argument of field.arguments ?? []) add(`${coordinate}(${argument.name.value}:)`, argument);
    }
    for (const one of [...type.inputFields, ...type.values]) add(`${type.name}.${one.name.value}`, one);
  }
  return found;
}

/** What `@reads` names, strings or not: nothing has validated the SDL. */
function valuesOfReads(
  { names }: SubgraphModel,
  directives: readonly ConstDirectiveNode[],
): readonly ConstValueNode[] {
  return directives
    .filter(({ name }) => name.value === names.reads)
    .flatMap((use) => use.arguments?.find(({ name }) => name.value === 'fields')?.value ?? [])
    .flatMap((value) => (value.kind === Kind.LIST ? value.values : value));
}

function isField({ types }: SubgraphModel, coordinate: string): boolean {
  const [type, field, ...more] = coordinate.split('.');
  return more.length === 0 && (types.get(type!)?.fields.some(({ name }) => name.value === field) ?? false);
}

/** Whether any field that the department has is not for everyone, by its own schema or by another's. */
function keepsBack(model: SubgraphModel, others: readonly SubgraphModel[]): boolean {
  for (const type of model.types.values()) {
    for (const one of [model, ...others]) {
      const same = one.types.get(type.name);
      if (!same || same.fields.length === 0) continue;
      const names = new Set(type.fields.map(({ name }) => name.value));
      const fields = same.fields.filter(({ name }) => names.has(name.value));
      if (fields.some((field) => isKeptBack(one, field)) || (fields.length > 0 && isKeptBack(one, same)))
        return true;
    }
  }
  return false;
}

function isKeptBack(model: SubgraphModel, node: Parameters<typeof ownSharing>[1]): boolean {
  const { names } = model;
  const asked = [names.sensitive, names.federation('authenticated'), names.federation('requiresScopes')];
  const sharing = ownSharing(model, node);
  return (
    (sharing !== null && sharing.class !== 'UNCONDITIONAL') || asked.some((name) => hasDirective(node, name))
  );
}

function listed(reads: readonly string[] | null): string {
  if (reads === null) return 'what its name says';
  return reads.length === 0 ? 'nothing' : reads.join(', ');
}
