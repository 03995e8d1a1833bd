import type { Subgraph } from '../core/subgraph.ts';
import type { PlanTools } from '../execution/compile-plan.ts';
import type { ObjectShape, FieldShape, Shape } from '../response-shape/shape.ts';
import { isEnumType } from 'graphql';

/**
 * The parts of a supergraph that went into a compiled operation. While they stay the same, the compiled operation
 * can be reused for another supergraph.
 */
export interface PlanFingerprint {
  /** Hash of the plan and the names in it, see Planner.plan. */
  planHash: string;
  shape: ObjectShape;
  /** By the name that the plan uses. */
  subgraphs: Map<string, Subgraph | undefined>;
  /** By type condition of the plan. */
  types: Map<string, ReadonlySet<string>>;
  placeholders: PlanTools['placeholders'];
  /** Fingerprint of the supergraph's rules; null when the operation meets none. */
  rules: string | null;
  /** How its answers may be cached; null when they may not. */
  caching: string | null;
}

/** Returns tools that record in the fingerprint what is looked up with them, now and while the operation runs. */
export function noteLookups<Tools extends Pick<PlanTools, 'subgraphs' | 'typesOf'>>(
  tools: Tools,
  { subgraphs, types }: PlanFingerprint,
): Tools {
  return {
    ...tools,
    typesOf: (condition) => {
      const names = tools.typesOf(condition);
      types.set(condition, names);
      return names;
    },
    subgraphs: {
      get: (name) => {
        const subgraph = tools.subgraphs.get(name);
        subgraphs.set(name, subgraph);
        return subgraph;
      },
    },
  };
}

/** Returns whether compiling for the other supergraph would give the same result. */
export function isReusable(
  fingerprint: PlanFingerprint,
  { planHash, shape, rules, caching }: Pick<PlanFingerprint, 'planHash' | 'shape' | 'rules' | 'caching'>,
  tools: PlanTools,
): boolean {
  return (
    fingerprint.planHash === planHash &&
    fingerprint.rules === rules &&
    fingerprint.caching === caching &&
    [...fingerprint.subgraphs].every(
      ([name, subgraph]) => tools.subgraphs.get(name)?.url === subgraph?.url,
    ) &&
    [...fingerprint.types].every(([condition, names]) => equalSets(names, tools.typesOf(condition))) &&
    JSON.stringify(entriesOf(fingerprint.placeholders)) === JSON.stringify(entriesOf(tools.placeholders)) &&
    describeShape(fingerprint.shape) === describeShape(shape)
  );
}

function equalSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

function entriesOf({ calls, requirements, keys }: PlanTools['placeholders']): unknown {
  return [[...calls], [...keys], [...requirements].map(([field, names]) => [field, [...names]])];
}

/** Describes a shape: equal for two shapes, even of two schemas, that are filled and written alike. */
function describeShape(root: ObjectShape): string {
  const numbers = new Map<readonly FieldShape[], number>();
  const lists: string[] = [];
  const top = describe(root);
  return [...lists, top].join('\n');

  function describe(shape: Shape): string {
    switch (shape.kind) {
      case 'ready':
      case 'denied':
        return shape.kind;
      case 'leaf': {
        const { type } = shape;
        return isEnumType(type) ? `${type.name}(${type.getValues().map(({ name }) => name)})` : type.name;
      }
      case 'list':
        return `[${describe(shape.item.shape)}${shape.item.nonNull ? '!' : ''}]`;
      case 'object': {
        const { typeName, onlyType, untyped, fieldsByType } = shape;
        const types = [...fieldsByType].map(([type, fields]) => `${type}:${numberOf(fields)}`);
        const common = untyped && `${numberOf(untyped.fields)}?${untyped.condition}`;
        return `${typeName}|${onlyType}|${common}{${types}}`;
      }
    }
  }

  /** Types that are answered alike share a list, and a list is described once. */
  function numberOf(fields: readonly FieldShape[]): number {
    let number = numbers.get(fields);
    if (number === undefined) {
      const described = fields.map(
        ({ key, source, name, condition, slot, access, argumentReads = '' }) =>
          `${key}=${source}=${name}?${condition}:${describe(slot.shape)}${slot.nonNull ? '!' : ''}${access ? JSON.stringify(access) : ''}${argumentReads}`,
      );
      number = lists.push(described.join(',')) - 1;
      numbers.set(fields, number);
    }
    return number;
  }
}
