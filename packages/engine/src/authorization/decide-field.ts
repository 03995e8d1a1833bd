import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { FieldDenial } from '../response-shape/collect-fields.ts';
import type { Access, PossibleTypes } from './access.ts';
import { argumentRules, createGivenLookup, type GivenReads } from './argument-reads.ts';

/** Where a selection stands in the operation. */
export interface VisitContext {
  parent: GraphQLNamedType;
  possible: PossibleTypes;
  /** Whether a field above, which the caller may read, reveals that these rows exist. */
  isKnown: boolean;
}

/** What a field that the caller may read gives away. */
export interface FieldReads {
  /** Names of the rules of the field. */
  rules: readonly string[];
  /** Names of the conditional rules that its arguments meet. */
  byArguments: readonly string[];
  /** Coordinates of the listed rows that it says something about, such as their number. */
  rows: readonly string[];
}

export type Decision =
  { denials: readonly FieldDenial[]; reads: null } | { denials: null; reads: FieldReads };

/** The decisions about the fields of one operation, for one caller. */
export interface Decisions {
  isDenied(rule: string): boolean;
  isConditional(rule: string): boolean;
  /** Whether the sharing class of the rule keeps data back. */
  isShared(rule: string): boolean;
  /**
   * Leaves out the rows that the field above reveals already: its own sharing class is that of the rows it leads to.
   *
   * @param existence rules for the existence of rows
   */
  withoutKnown(existence: readonly string[], isKnown: boolean): readonly string[];
  decide(field: FieldNode, context: VisitContext): Decision;
}

/**
 * @param deniedRules names of the rules that deny something to the caller
 * @param given what variables read
 */
export function createDecisions(
  access: Access,
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  deniedRules: ReadonlySet<string>,
  given: GivenReads,
): Decisions {
  const { rules: allRules } = access.facts;
  const readByVariable = createGivenLookup(given);
  const isDenied = (rule: string) => deniedRules.has(rule);
  const isConditional = (rule: string) => allRules.get(rule)!.sharing === 'CONDITIONAL';
  const isShared = (rule: string) => isConditional(rule) || allRules.get(rule)!.sharing === 'NOT_SHARED';
  return { isDenied, isConditional, isShared, withoutKnown, decide };

  function withoutKnown(existence: readonly string[], isKnown: boolean): readonly string[] {
    if (!isKnown) return existence;
    return existence.filter((rule) => {
      const { authenticated, scopes } = allRules.get(rule)!;
      return authenticated || scopes.length > 0 || !isShared(rule);
    });
  }

  function decide(field: FieldNode, { parent, possible, isKnown }: VisitContext): Decision {
    const name = field.name.value;
    const rules = access.rulesOf(parent.name, possible, name);
    const denying = rules.filter(isDenied);
    if (denying.length > 0) {
      const own = `${parent.name}.${name}`;
      const coordinate = denying.includes(own) ? own : denying[0]!;
      const beneath = deniedBeneath(access, schema, fragments, field, parent, isDenied);
      return { denials: [{ coordinate, beneath }], reads: null };
    }
    const ofArguments = argumentRules(access, parent.name, possible, field, readByVariable);
    const deniedArgument = ofArguments.find(({ rule }) => isDenied(rule));
    if (deniedArgument) {
      const { rule, by } = deniedArgument;
      return { denials: [{ coordinate: rule, argument: by }], reads: null };
    }
    const rows = withoutKnown(access.listFactsOf(parent.name, name), isKnown);
    if (rows.some(isDenied)) return { denials: denialsOf(rows.filter(isDenied)), reads: null };
    const byArguments = ofArguments.map(({ rule }) => rule).filter(isConditional);
    return { denials: null, reads: { rules, byArguments, rows } };
  }
}

export function denialsOf(coordinates: readonly string[]): FieldDenial[] {
  return coordinates.map((coordinate) => ({ coordinate }));
}

/**
 * Finds the rules that would deny fields beneath a denied field as well: whoever applies for the field needs those too.
 *
 * @returns their names, sorted
 */
function deniedBeneath(
  { rulesOf, possibleTypes, bothOf }: Access,
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  field: FieldNode,
  parent: GraphQLNamedType,
  isDenied: (rule: string) => boolean,
): string[] {
  const found = new Set<string>();
  // Fragments may spread each other again and again.
  const seen = new Set<string>();
  visitField(field, parent);
  return [...found].sort();

  function visitField({ name, selectionSet }: FieldNode, type: GraphQLNamedType): void {
    const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
    if (!own || !selectionSet) return;
    const below = getNamedType(own.type);
    visitSet(selectionSet, below, possibleTypes(below.name));
  }

  function visitSet({ selections }: SelectionSetNode, type: GraphQLNamedType, possible: PossibleTypes): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__')) continue;
        for (const rule of rulesOf(type.name, possible, selection.name.value).filter(isDenied))
          found.add(rule);
        visitField(selection, type);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? fragments[selection.name.value]! : selection;
      const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value)! : type;
      const both = bothOf(possible, possibleTypes(on.name));
      if (isSpread) {
        const use = `${selection.name.value} ${both.number}`;
        if (seen.has(use)) continue;
        seen.add(use);
      }
      visitSet(fragment.selectionSet, on, both);
    }
  }
}
