import { amount, type FieldCost, type PlaceCost, type VariantCost, type Variables } from './cost-tree.ts';

/** Returns what an answer has cost, by the same weights as the estimate of its operation. */
export function measureAnswer(root: PlaceCost, data: unknown, variables: Variables): number {
  return measureObject(root, data, variables);
}

function measureObject(place: PlaceCost, value: unknown, variables: Variables): number {
  if (typeof value !== 'object' || value === null) return 0;
  const object = value as Readonly<Record<string, unknown>>;
  const { weight, fields } = variantOf(place, object);
  let cost = weight;
  for (const field of fields) {
    const own = amount(field.own, variables);
    cost += own + measureValues(field, object[field.key], variables);
  }
  return cost;
}

function measureValues(field: FieldCost, value: unknown, variables: Variables): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) {
    let cost = 0;
    for (const one of value) cost += measureValues(field, one, variables);
    return cost;
  }
  return field.inside ? measureObject(field.inside, value, variables) : field.leaf;
}

/** Returns the variant of an object by its `__typename`, or else by its fields. */
function variantOf({ variants }: PlaceCost, object: Readonly<Record<string, unknown>>): VariantCost {
  const [first] = variants;
  if (variants.length === 1) return first!;
  const byTypename = variants.find(
    ({ types, typeKey }) => typeKey && types.includes(object[typeKey] as string),
  );
  if (byTypename) return byTypename;
  const names = Object.keys(object);
  const isLike = ({ keys }: VariantCost) =>
    keys.size === names.length && names.every((name) => keys.has(name));
  return variants.find(isLike) ?? first!;
}
