import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse } from 'graphql';
import { fieldKey, type StandIns } from '../supergraph/stand-ins.ts';
import { entityFields, type EntityField, withEntityFields } from './entity-fields.ts';
import { nameSetBy } from './rewrites.ts';

/**
 * A fetch whose references bear an interface's name for the type (`@interfaceObject`), as two when a field of one of the
 * types requires another field: under the interface's name a department finds the entity, but does not look at what
 * else the reference holds. The fetch of such fields has references of the entities' own types. Any other fetch stays
 * as it is.
 *
 * @param possibleTypes by abstract type
 */
export function splitByName(
  node: FetchNode,
  { calls, requirements }: Pick<StandIns, 'calls' | 'requirements'>,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
): FetchNode[] {
  const { requires, serviceName, inputRewrites = [] } = node;
  const names = new Set(inputRewrites.flatMap((rewrite) => nameSetBy(rewrite) ?? []));
  if (!requires || names.size === 0) return [node];
  const document = parse(node.operation, { noLocation: true });
  const fields = entityFields(document);
  const requiring = fields.filter((field) => !names.has(field.type) && requiresAny(field));
  if (requiring.length === 0) return [node];

  const types = new Set(requiring.map(({ type }) => type));
  const own = {
    ...withEntityFields(node, document, new Set(requiring.map((field) => field.node))),
    requires: requires.flatMap(asOwnTypes),
    inputRewrites: inputRewrites.filter((rewrite) => nameSetBy(rewrite) === null),
  };
  const others = fields.filter((field) => !requiring.includes(field));
  if (others.length === 0) return [own];
  return [own, withEntityFields(node, document, new Set(others.map((field) => field.node)))];

  function requiresAny({ type, node: { name } }: EntityField): boolean {
    const field = calls.get(name.value)?.name.value ?? name.value;
    return (requirements.get(fieldKey(serviceName, type, field))?.size ?? 0) > 0;
  }

  /** What a reference holds for one of the types: under the type's own name also what it holds under an interface's. */
  function asOwnTypes(selection: QueryPlanSelectionNode): QueryPlanSelectionNode[] {
    if (selection.kind !== 'InlineFragment' || selection.typeCondition === undefined) return [selection];
    const { typeCondition } = selection;
    if (types.has(typeCondition)) return [selection];
    if (!names.has(typeCondition)) return [];
    return (possibleTypes.get(typeCondition) ?? [])
      .filter((type) => types.has(type))
      .map((type) => ({ ...selection, typeCondition: type }));
  }
}
