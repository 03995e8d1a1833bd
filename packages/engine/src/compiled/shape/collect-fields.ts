import { PublicError } from '@yiwang/errors';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { deferOf, labelOf } from '../defer/defer-directive.ts';
import { both, type Condition, conditionOf } from './condition.ts';

/** Fragments under many different conditions come in many ways: each way counts, for each type that they may meet. */
const MOST_SELECTIONS = 100_000;

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** The fields of a document that its caller may not read, each with the coordinate of the rule that refuses it. */
export type RefusedFields = ReadonlyMap<FieldNode, string>;

export const NONE_REFUSED: RefusedFields = new Map();

/** A type whose fields can be selected. */
export type Parent = GraphQLObjectType | GraphQLInterfaceType;

/** A selection set, and when it counts. */
export interface Selected {
  set: SelectionSetNode;
  condition: Condition;
}

/** All selections of one response name on one type. */
export interface Collected {
  /** Name in the schema. */
  name: string;
  /** Name in the merged data. */
  source: string;
  /** Under which its selections count that may be read; nothing is added once one of them counts always. */
  conditions: Set<Condition>;
  /** Its selections that are refused: by what, and when they count. */
  refusals: FieldRefusal[];
  below: Selected[];
}

export interface FieldRefusal {
  coordinate: string;
  condition: Condition;
}

export interface Collection {
  /** By response name. */
  fields: ReadonlyMap<string, Collected>;
  /**
   * In the order of the answer. A name stands where its first selection stands that counts, so it has a place
   * for each that may be the first.
   */
  places: readonly { key: string; condition: Condition }[];
  /** Deferred fragments that apply. They are inline and bear a number as their label, see settleDefers. */
  parts: readonly { number: string; selected: Selected }[];
}

export type CollectFields = (type: Parent, selected: readonly Selected[]) => Collection;

/**
 * As the specification's CollectFields, but for all values of the variables at once.
 *
 * @throws PublicError when the operation's fragments and conditions meet in too many ways
 */
export function createCollector(
  schema: GraphQLSchema,
  fragments: Fragments,
  sourceOf: (field: FieldNode) => string,
  refused: RefusedFields = NONE_REFUSED,
): CollectFields {
  let selections = 0;
  return (type, selected) => {
    const fields = new Map<string, Collected>();
    const places: Collection['places'][number][] = [];
    const parts: Collection['parts'][number][] = [];
    /** Fragments, with the conditions under which they are in already. */
    const spread = new Set<string>();
    collect(selected);
    return { fields, places, parts };

    function collect(sets: readonly Selected[]): void {
      for (const { set, condition: outer } of sets) {
        for (const selection of set.selections) {
          selections += 1;
          if (selections > MOST_SELECTIONS) throw tooComplex();
          const own = conditionOf(selection);
          const condition = own !== false && both(outer, own);
          if (condition === false) continue;
          if (selection.kind === Kind.FIELD) {
            add(selection, condition);
            continue;
          }
          if (selection.kind === Kind.FRAGMENT_SPREAD) {
            const name = selection.name.value;
            const use = `${name}?${condition}`;
            if (spread.has(use) || spread.has(`${name}?${null}`)) continue;
            spread.add(use);
          }
          const fragment =
            selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
          if (!applies(fragment.typeCondition?.name.value)) continue;
          const inside = { set: fragment.selectionSet, condition };
          const defer = deferOf(selection);
          if (defer) parts.push({ number: labelOf(defer)!, selected: inside });
          else collect([inside]);
        }
      }
    }

    function add(field: FieldNode, condition: Condition): void {
      const name = field.name.value;
      const key = field.alias?.value ?? name;
      let one = fields.get(key);
      if (!one) {
        one = { name, source: sourceOf(field), conditions: new Set(), refusals: [], below: [] };
        fields.set(key, one);
      }
      if (!countsAlready(one, condition)) places.push({ key, condition });
      const coordinate = refused.get(field);
      if (coordinate !== undefined) {
        one.refusals.push({ coordinate, condition });
        return;
      }
      if (!one.conditions.has(null)) one.conditions.add(condition);
      if (field.selectionSet) one.below.push({ set: field.selectionSet, condition });
    }

    /** True when a selection of the name that is there already counts whenever one under the condition does. */
    function countsAlready({ conditions, refusals }: Collected, condition: Condition): boolean {
      if (conditions.has(null) || conditions.has(condition)) return true;
      return refusals.some((one) => one.condition === null || one.condition === condition);
    }

    function applies(condition: string | undefined): boolean {
      if (condition === undefined || condition === type.name) return true;
      const conditional = schema.getType(condition);
      return isAbstractType(conditional) && schema.isSubType(conditional, type);
    }
  };
}

function tooComplex(): PublicError {
  return new PublicError(
    'OPERATION_TOO_COMPLEX',
    'The fragments and conditions of the operation meet in too many ways. Use fewer variables in @skip and @include.',
  );
}
