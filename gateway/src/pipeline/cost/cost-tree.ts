/** The variables of one operation, as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** A constant number, or one that depends on variables. */
export type Amount = number | ((variables: Variables) => number);

/** What one object costs with everything that is selected of it. */
export interface PlaceCost {
  /** One for each type that the object may have; only one, unless the place is abstract. */
  readonly variants: readonly VariantCost[];
  /** The cost where it does not depend on variables; else null. */
  readonly constant: number | null;
  /** Result of the last calculation, by its number: a place that is reached in several ways is computed once. */
  last: { run: number; cost: number } | null;
}

export interface VariantCost {
  /** Names of the object types. */
  readonly types: readonly string[];
  /** Weight of the object itself. */
  readonly weight: number;
  /** Fields that cost something. */
  readonly fields: readonly FieldCost[];
  /** Response names of all fields, free ones too. */
  readonly keys: ReadonlySet<string>;
  /** The response name of its `__typename`; null when that is not selected. */
  readonly typeKey: string | null;
}

export interface FieldCost {
  /** Response name. */
  readonly key: string;
  /** Cost of selecting it once, with its arguments. */
  readonly own: Amount;
  /** How many values it has. */
  readonly size: Amount;
  /** Cost of each value; null for leaves. */
  readonly inside: PlaceCost | null;
  /** Cost of each value of a leaf. */
  readonly leaf: number;
}

let runs = 0;

/** Returns the most that the selections of an object cost. Linear in their number. */
export function compute(place: PlaceCost, variables: Variables): number {
  if (place.constant !== null) return place.constant;
  runs += 1;
  return computePlace(place, variables, runs);
}

function computePlace(place: PlaceCost, variables: Variables, run: number): number {
  if (place.constant !== null) return place.constant;
  if (place.last?.run === run) return place.last.cost;
  let most = 0;
  for (const { weight, fields } of place.variants) {
    let cost = weight;
    for (const field of fields) cost += computeField(field, variables, run);
    if (cost > most) most = cost;
  }
  place.last = { run, cost: most };
  return most;
}

function computeField({ own, size, inside, leaf }: FieldCost, variables: Variables, run: number): number {
  const each = inside ? computePlace(inside, variables, run) : leaf;
  return amount(own, variables) + amount(size, variables) * each;
}

export function amount(given: Amount, variables: Variables): number {
  return typeof given === 'number' ? given : given(variables);
}

/**
 * Creates the cost of a place, and computes it where it is constant.
 *
 * @param variants at least one
 */
export function placeCost(variants: readonly VariantCost[]): PlaceCost {
  const place: PlaceCost = { variants, constant: null, last: null };
  return variants.every(({ fields }) => fields.every(isConstant))
    ? { ...place, constant: compute(place, {}) }
    : place;
}

function isConstant({ own, size, inside }: FieldCost): boolean {
  return typeof own === 'number' && typeof size === 'number' && (!inside || inside.constant !== null);
}

export interface ExpensiveSelection {
  /** Response names from the root. */
  path: string[];
  cost: number;
}

/** Returns the selection that costs most: the deepest with half of the total or more; else the most expensive of the root. */
export function findMostExpensive(root: PlaceCost, variables: Variables): ExpensiveSelection {
  const total = compute(root, variables);
  const path: string[] = [];
  let cost = total;
  let times = 1;
  let place: PlaceCost | null = root;
  while (place) {
    const fields: FieldCost[] = place.variants.flatMap((variant) => variant.fields);
    runs += 1;
    const run = runs;
    const costOf = (field: FieldCost) => times * computeField(field, variables, run);
    const mostExpensive = fields.reduce<FieldCost | null>(
      (most, field) => (most && costOf(most) >= costOf(field) ? most : field),
      null,
    );
    if (!mostExpensive) break;
    const mostExpensiveCost = costOf(mostExpensive);
    if (path.length > 0 && mostExpensiveCost < total / 2) break;
    path.push(mostExpensive.key);
    cost = mostExpensiveCost;
    times *= amount(mostExpensive.size, variables);
    place = mostExpensive.inside;
  }
  return { path, cost };
}
