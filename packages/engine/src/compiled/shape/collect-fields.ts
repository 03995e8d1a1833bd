import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { both, type Condition, conditionOf, either, not } from './condition.ts';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

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
  /** Holds when any of the selections counts. */
  condition: Condition;
  below: Selected[];
}

export interface Collection {
  /** By response name. */
  fields: ReadonlyMap<string, Collected>;
  /**
   * In the order of the answer. A name stands where its first selection stands that counts, so it has a place
   * for each that may be the first; of their conditions at most one holds.
   */
  places: readonly { key: string; condition: Condition }[];
}

export type CollectFields = (type: Parent, selected: readonly Selected[]) => Collection;

/** As the specification's CollectFields, but for all values of the variables at once. */
export function createCollector(
  schema: GraphQLSchema,
  fragments: Fragments,
  sourceOf: (field: FieldNode) => string,
): CollectFields {
  return (type, selected) => {
    const fields = new Map<string, Collected>();
    const places: Collection['places'][number][] = [];
    /** Fragments, with the conditions under which they are in already. */
    const spread = new Set<string>();
    collect(selected);
    return { fields, places };

    function collect(sets: readonly Selected[]): void {
      for (const { set, condition: outer } of sets) {
        for (const selection of set.selections) {
          const own = conditionOf(selection);
          if (own === false) continue;
          const condition = both(outer, own);
          if (selection.kind === Kind.FIELD) {
            add(selection, condition);
            continue;
          }
          if (selection.kind === Kind.FRAGMENT_SPREAD) {
            const use = `${selection.name.value}?${condition}`;
            if (spread.has(use)) continue;
            spread.add(use);
          }
          const fragment =
            selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
          if (applies(fragment.typeCondition?.name.value))
            collect([{ set: fragment.selectionSet, condition }]);
        }
      }
    }

    function add(field: FieldNode, condition: Condition): void {
      const name = field.name.value;
      const key = field.alias?.value ?? name;
      let one = fields.get(key);
      if (!one) {
        one = { name, source: sourceOf(field), condition, below: [] };
        fields.set(key, one);
        places.push({ key, condition });
      } else if (one.condition !== null && one.condition !== condition) {
        places.push({ key, condition: both(condition, not(one.condition)) });
        one.condition = either(one.condition, condition);
      }
      if (field.selectionSet) one.below.push({ set: field.selectionSet, condition });
    }

    function applies(condition: string | undefined): boolean {
      if (condition === undefined || condition === type.name) return true;
      const conditional = schema.getType(condition);
      return isAbstractType(conditional) && schema.isSubType(conditional, type);
    }
  };
}
