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
import { deferOf, labelOf } from '../core/defer-directive.ts';
import { both, type Condition, conditionOf } from '../core/condition.ts';

const NONE: readonly string[] = [];

/**
 * Maximum number of selections. Fragments under many conditions combine in many ways, and each way counts for each
 * possible type.
 */
const MAX_SELECTIONS = 100_000;

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** Why a field is denied. */
export interface FieldDenial {
  /** Name of the rule that denies it: a coordinate. */
  coordinate: string;
  /**
   * The schema coordinate of the argument, input field or enum value that reads what is denied; undefined for the
   * field itself.
   */
  argument?: string;
  /** Names of the rules that would deny fields selected beneath it as well; undefined for none. */
  beneath?: readonly string[];
}

/** What depends on the caller in the fields of a document. */
export interface FieldNotes {
  /** The fields that the caller may not read, each with everything that denies it. */
  denied: ReadonlyMap<FieldNode, readonly FieldDenial[]>;
  /** Sorted coordinates of the conditional data that the arguments of other fields read. */
  argumentReads: ReadonlyMap<FieldNode, readonly string[]>;
}

export const NO_NOTES: FieldNotes = { denied: new Map(), argumentReads: new Map() };

/** A type whose fields can be selected. */
export type Parent = GraphQLObjectType | GraphQLInterfaceType;

/** A selection set and its condition. */
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
  /** The conditions of its selections that may be read. Once one of them is unconditional, no more are added. */
  conditions: Set<Condition>;
  /** Its denied selections: what denies them, and their conditions. */
  denials: ConditionalFieldDenial[];
  /**
   * Coordinates of the conditional data that the arguments of its other selections read; the same for all of them.
   */
  argumentReads: readonly string[];
  below: Selected[];
}

export interface ConditionalFieldDenial extends FieldDenial {
  condition: Condition;
}

export interface Collection {
  /** By response name. */
  fields: ReadonlyMap<string, Collected>;
  /**
   * In the order of the answer. A name is placed by the first of its selections that applies, so it has a place for
   * each selection that may be the first.
   */
  places: readonly { key: string; condition: Condition }[];
  /** Deferred fragments that apply. They are inline and have a number as their label, see normalizeDefers. */
  parts: readonly { number: string; selected: Selected }[];
}

export type CollectFields = (type: Parent, selected: readonly Selected[]) => Collection;

/**
 * Collects fields like CollectFields of the specification, but for all values of the variables at once.
 *
 * @throws PublicError when the operation's fragments and conditions combine in too many ways
 */
export function createCollector(
  schema: GraphQLSchema,
  fragments: Fragments,
  sourceOf: (field: FieldNode) => string,
  { denied, argumentReads }: FieldNotes = NO_NOTES,
): CollectFields {
  let selections = 0;
  return (type, selected) => {
    const fields = new Map<string, Collected>();
    const places: Collection['places'][number][] = [];
    const parts: Collection['parts'][number][] = [];
    /** Fragments, with the conditions under which they are already included. */
    const spread = new Set<string>();
    collect(selected);
    return { fields, places, parts };

    function collect(sets: readonly Selected[]): void {
      for (const { set, condition: outer } of sets) {
        for (const selection of set.selections) {
          selections += 1;
          if (selections > MAX_SELECTIONS) throw tooComplex();
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
        const source = sourceOf(field);
        one = { name, source, conditions: new Set(), denials: [], argumentReads: NONE, below: [] };
        fields.set(key, one);
      }
      if (!countsAlready(one, condition)) places.push({ key, condition });
      const denials = denied.get(field);
      if (denials) {
        for (const denial of denials) one.denials.push({ ...denial, condition });
        return;
      }
      one.argumentReads = argumentReads.get(field) ?? one.argumentReads;
      if (!one.conditions.has(null)) one.conditions.add(condition);
      if (field.selectionSet) one.below.push({ set: field.selectionSet, condition });
    }

    /** Returns whether an earlier selection of the name applies whenever one with this condition does. */
    function countsAlready({ conditions, denials }: Collected, condition: Condition): boolean {
      if (conditions.has(null) || conditions.has(condition)) return true;
      return denials.some((one) => one.condition === null || one.condition === condition);
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
