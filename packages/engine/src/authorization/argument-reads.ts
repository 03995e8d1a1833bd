import {
  type InputReads,
  type Probe,
  reachableReads,
  readProbe,
  readSelection,
  type ReadVisitor,
} from '@yiwang/schema-directives';
import type { FieldNode, OperationDefinitionNode } from 'graphql';
import type { Access, PossibleTypes } from './access.ts';

/** A rule that a selection meets because of what its arguments read. */
export interface ArgumentRule {
  rule: string;
  /**
   * The schema coordinate of the argument, input field or enum value that reads it, or of the field itself for its
   * order.
   */
  by: string;
}

/** What variables read, each as written by {@link givenRead}; sorted. */
export type GivenReads = readonly string[];

const NONE: readonly ArgumentRule[] = [];

/** Describes what a variable reads. Variables of one input type read the same. */
function givenRead(variable: string, input: InputReads, by: string, coordinate: string): string {
  return `${variable} ${input.coordinate} ${coordinate} ${by}`;
}

/**
 * Returns the rules that a selection meets through its arguments.
 *
 * @param onVariable reports what the value of a variable reads: coordinates, each with what reads it
 */
export function argumentRules(
  access: Access,
  parent: string,
  possible: PossibleTypes,
  field: FieldNode,
  onVariable: (variable: string, input: InputReads, found: (coordinate: string, by: string) => void) => void,
): readonly ArgumentRule[] {
  const reading = access.argumentReadsOf(parent, possible, field.name.value);
  if (reading.length === 0) return NONE;
  const rules = new Map<string, ArgumentRule>();
  const found = (coordinate: string, by: string) => {
    for (const rule of access.facts.readRules.get(coordinate) ?? []) {
      if (!rules.has(rule)) rules.set(rule, { rule, by });
    }
  };
  const visitor: ReadVisitor = {
    found,
    variable: (variable, at) => onVariable(variable, at, found),
  };
  for (const reads of reading) readSelection(reads, `${parent}.${field.name.value}`, field, visitor);
  return [...rules.values()];
}

/** Collects the places where the value of a variable decides what is read. */
export function createProbes(access: Access, { variableDefinitions = [] }: OperationDefinitionNode) {
  const defaults = new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  const probes = new Map<string, Probe>();
  return {
    probes,
    note(variable: string, input: InputReads): void {
      const name = `${variable} ${input.coordinate}`;
      const key = `${name} ${[...reachableReads(input)].join(' ')}`;
      if (probes.has(key) || !meetsRule(access, input)) return;
      probes.set(key, { variable, input, defaultValue: defaults.get(variable) });
    },
  };
}

function meetsRule({ facts }: Access, input: InputReads): boolean {
  for (const coordinate of reachableReads(input)) if (facts.readRules.has(coordinate)) return true;
  return false;
}

/**
 * Returns what the variables of a request make the operation read, as far as it matters, sorted.
 *
 * @param matters whether meeting a rule makes a difference to the caller
 */
export function givenReads(
  probes: readonly Probe[],
  variables: Readonly<Record<string, unknown>>,
  { facts }: Access,
  matters: (rule: string) => boolean,
): GivenReads {
  const given = new Set<string>();
  for (const probe of probes) {
    readProbe(probe, variables, (coordinate, by) => {
      // `matters` must be called for each rule, because it also records denials.
      const isDecisive = facts.readRules.get(coordinate)?.map(matters).includes(true);
      if (isDecisive) given.add(givenRead(probe.variable, probe.input, by, coordinate));
    });
  }
  return [...given].sort();
}

/** Returns the lookup of what variables read at a place, for {@link argumentRules}. */
export function createGivenLookup(given: GivenReads) {
  const byPlace = new Map<string, { coordinate: string; by: string }[]>();
  for (const one of given) {
    const [variable, at, coordinate, ...by] = one.split(' ');
    const place = `${variable} ${at}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), { coordinate: coordinate!, by: by.join(' ') }]);
  }
  return (variable: string, input: InputReads, found: (coordinate: string, by: string) => void): void => {
    const own = byPlace.get(`${variable} ${input.coordinate}`);
    if (!own) return;
    // The same input field may read other fields where it filters other rows.
    const reachable = reachableReads(input);
    for (const { coordinate, by } of own) if (reachable.has(coordinate)) found(coordinate, by);
  };
}
