import type { FieldNode } from 'graphql';
import { conditionOf } from '../core/condition.ts';
import type { FieldDenial } from '../response-shape/collect-fields.ts';
import type { Access, PossibleTypes } from './access.ts';
import type { Decisions, FieldReads } from './decide-field.ts';

/** What a selection set or a fragment reads, here and beneath. */
export interface SetReads {
  /** Names of the object types whose keys are needed here: conditional data of them is read, or of what is in them. */
  subjects: Set<string>;
  /** Whether conditional data is read here or anywhere beneath. */
  isConditional: boolean;
  /** Whether anything but type names may be read here or beneath. */
  isReadable: boolean;
  /** What denies something here or beneath, whatever `@skip` and `@include` say. */
  denying: Map<string, FieldDenial>;
  /** Coordinates of rows whose existence is revealed here or beneath. */
  existing: Set<string>;
  /** Names of the object types of which a field is read here, whatever the variables are: it proves that the row exists. */
  proven: Set<string>;
}

export function noReads(): SetReads {
  return {
    subjects: new Set(),
    isConditional: false,
    isReadable: false,
    denying: new Map(),
    existing: new Set(),
    proven: new Set(),
  };
}

/**
 * Adds what a fragment reads to what is read around it.
 *
 * @param isAlways whether the fragment applies whatever the variables are
 */
export function addReads(from: SetReads, isAlways: boolean, into: SetReads): void {
  for (const subject of from.subjects) into.subjects.add(subject);
  if (from.isConditional) into.isConditional = true;
  if (from.isReadable) into.isReadable = true;
  for (const coordinate of from.existing) into.existing.add(coordinate);
  if (!isAlways) return;
  for (const [key, denial] of from.denying) into.denying.set(key, denial);
  for (const type of from.proven) into.proven.add(type);
}

export function addDenial(denial: FieldDenial, into: SetReads): void {
  into.denying.set(`${denial.coordinate} ${denial.argument ?? ''}`, denial);
}

/** Collects the conditional data that one operation reads. */
export class ReadCollector {
  readonly conditional = new Set<string>();
  readonly conditionalByArguments = new Set<string>();
  readonly knowable = new Set<string>();
  readonly #access: Access;
  readonly #decisions: Decisions;

  constructor(access: Access, decisions: Decisions) {
    this.#access = access;
    this.#decisions = decisions;
  }

  /** @returns whether the field is conditional data, or its arguments read such data */
  addField(
    field: FieldNode,
    { rules, byArguments, rows }: FieldReads,
    possible: PossibleTypes,
    into: SetReads,
  ): boolean {
    const access = this.#access;
    const { isConditional } = this.#decisions;
    const name = field.name.value;
    for (const rule of [
      ...byArguments,
      ...rules.filter((one) => access.facts.requiredByArguments.has(one)),
    ]) {
      if (isConditional(rule)) this.conditionalByArguments.add(rule);
    }
    for (const rule of [...rules.filter(isConditional), ...byArguments]) this.conditional.add(rule);
    this.addExistence(rows, into);
    // A caller who may read what an aggregate is made from sees it unmasked.
    for (const type of possible.names) this.addKnowable(access.aggregatedBy(type, name));
    const owners = possible.names.filter(
      (type) => byArguments.length > 0 || access.conditionalOf(type, name).length > 0,
    );
    for (const type of rows.length > 0 ? possible.names : owners) into.subjects.add(type);
    if (owners.length > 0) into.isConditional = true;
    if (conditionOf(field) === null) for (const type of possible.names) into.proven.add(type);
    return owners.length > 0;
  }

  addExistence(existence: readonly string[], into: SetReads): void {
    for (const rule of existence) {
      if (!this.#decisions.isConditional(rule)) continue;
      this.conditional.add(rule);
      into.existing.add(rule);
      into.isConditional = true;
    }
  }

  addKnowable(rules: readonly string[]): void {
    const { isConditional, isDenied } = this.#decisions;
    for (const rule of rules) if (!isDenied(rule) && isConditional(rule)) this.knowable.add(rule);
  }
}
