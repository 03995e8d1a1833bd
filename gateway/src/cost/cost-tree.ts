/** Of one operation, as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known, or that depends on variables. */
export type Amount = number | ((variables: Variables) => number);

/** What one object costs, with all that is asked of it. */
export interface PlaceCost {
  /** By the type that the object turns out to have; one, unless the place is abstract. */
  readonly variants: readonly VariantCost[];
  /** Where it does not depend on variables. */
  readonly constant: number | null;
  /** Of the last reckoning, by its number: what is reached in several ways is reckoned once. */
  last: { run: number; cost: number } | null;
}

export interface VariantCost {
  /** Names of the object types. */
  readonly types: readonly string[];
  /** Of the object itself. */
  readonly weight: number;
  /** Those that cost something. */
  readonly fields: readonly FieldCost[];
  /** Response names of all fields, free ones too. */
  readonly keys: ReadonlySet<string>;
  /** The response name of its `__typename`; null when that is not asked for. */
  readonly typeKey: string | null;
}

export interface FieldCost {
  /** Response name. */
  readonly key: string;
  /** Of asking for it once, with its arguments. */
  readonly own: Amount;
  /** How many values it has. */
  readonly size: Amount;
  /** Of each value; null for leaves. */
  readonly inside: PlaceCost | null;
  /** Of each value of a leaf. */
  readonly leaf: number;
}

let runs = 0;

/** What the selections of an object cost at most. Linear in their number. */
export function reckon(place: PlaceCost, variables: Variables): number {
  if (place.constant !== null) return place.constant;
  runs += 1;
  return reckonPlace(place, variables, runs);
}

function reckonPlace(place: PlaceCost, variables: Variables, run: number): number {
  if (place.constant !== null) return place.constant;
  if (place.last?.run === run) return place.last.cost;
  let most = 0;
  for (const { weight, fields } of place.variants) {
    let cost = weight;
    for (const field of fields) cost += reckonField(field, variables, run);
    if (cost > most) most = cost;
  }
  place.last = { run, cost: most };
  return most;
}

function reckonField({ own, size, inside, leaf }: FieldCost, variables: Variables, run: number): number {
  const each = inside ? reckonPlace(inside, variables, run) : leaf;
  return amount(own, variables) + amount(size, variables) * each;
}

export function amount(given: Amount, variables: Variables): number {
  return typeof given === 'number' ? given : given(variables);
}

/** @param variants at least one */
export function placeCost(variants: readonly VariantCost[]): PlaceCost {
  const place: PlaceCost = { variants, constant: null, last: null };
  return variants.every(({ fields }) => fields.every(isConstant))
    ? { ...place, constant: reckon(place, {}) }
    : place;
}

function isConstant({ own, size, inside }: FieldCost): boolean {
  return typeof own === 'number' && typeof size === 'number' && (!inside || inside.constant !== null);
}

export interface DearSelection {
  /** Response names from the root. */
  path: string[];
  cost: number;
}

/** Where most of the cost is: the deepest selection that costs half of all or more; else the dearest of the root. */
export function findDearest(root: PlaceCost, variables: Variables): DearSelection {
  const total = reckon(root, variables);
  const path: string[] = [];
  let cost = total;
  let times = 1;
  let place: PlaceCost | null = root;
  while (place) {
    const fields: FieldCost[] = place.variants.flatMap((variant) => variant.fields);
    runs += 1;
    const run = runs;
    const costOf = (field: FieldCost) => times * reckonField(field, variables, run);
    const dearest = fields.reduce<FieldCost | null>(
      (most, field) => (most && costOf(most) >= costOf(field) ? most : field),
      null,
    );
    if (!dearest) break;
    const dearestCost = costOf(dearest);
    if (path.length > 0 && dearestCost < total / 2) break;
    path.push(dearest.key);
    cost = dearestCost;
    times *= amount(dearest.size, variables);
    place = dearest.inside;
  }
  return { path, cost };
}
