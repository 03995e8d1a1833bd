import {
  type Entity,
  type Field,
  type FieldType,
  idsOf,
  INTERFACE,
  type Keys,
  LABELS,
  LEAVES,
  type Model,
  UNION,
  type ValueType,
} from './model.ts';
import type { Random } from './random.ts';

/** Names that have gone wrong somewhere, besides plain ones. */
const FIELD_NAMES = [
  'alpha',
  'beta',
  'gamma',
  'delta',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
];
const KEYS: readonly Keys[] = [['id'], ['code'], ['id', 'code'], ['spot'], ['spot', 'id'], ['code', 'spot']];

/** Two to four departments that share two or three entities. */
export function makeModel(seed: string, random: Random, { mayAnnotate = true } = {}): Model {
  const departments = random.times(2 + random.below(3), (i) => `d${i}`);
  const labeller = random.pick(departments);
  const names = random.times(2 + random.below(2), (i) => `E${i}`);
  const values = departments.map((owner, i): ValueType => ({ name: `V${i}`, owner, fields: [] }));
  const bases = [...LEAVES, ...names, INTERFACE, UNION];

  const plainField = (owner: string, name: string): Field => {
    const own = values.filter((value) => value.owner === owner).map((value) => value.name);
    const base = random.pick(random.chance(0.5) ? [...names, ...own] : bases);
    return {
      name,
      owner,
      type: makeType(base, random),
      hasArgument: random.chance(0.25),
      isSafe: false,
    };
  };
  for (const value of values) {
    value.fields.push(
      ...distinctNames(2 + random.below(2), random).map((name) => plainField(value.owner, name)),
    );
  }
  const entities = names.map((name) => makeEntity(name, departments, labeller, random, plainField));
  for (const entity of entities) addRequiring(entity, departments, random);
  const queries = departments.flatMap((owner) =>
    random.times(2 + random.below(2), (i) => plainField(owner, `${owner}_${i}`)),
  );
  addProviding([...queries, ...entities.flatMap(({ fields }) => fields)], entities, random);
  addOverrides(queries, entities, departments, random);
  for (const { fields } of entities) {
    for (const field of fields) field.isHidden = LEAVES.includes(field.type.base) && random.chance(0.1);
  }
  const annotator = mayAnnotate ? addAnnotator(queries, entities, labeller, random) : null;
  const usesContext = random.chance(0.35) && addContext(queries, entities, departments, random);

  return {
    seed,
    departments,
    labeller,
    annotator,
    entities,
    values,
    queries,
    usesContext,
    faultRate: random.chance(0.4) ? 0 : 0.06,
    access: null,
  };
}

function makeEntity(
  name: string,
  departments: readonly string[],
  labeller: string,
  random: Random,
  plainField: (owner: string, name: string) => Field,
): Entity {
  const hub = random.pick(departments);
  const keys = new Map(
    departments.map((department): [string, Keys] => {
      if (department === hub) return [department, ['id', 'code', 'spot']];
      // The interface needs an entity in each department, and all of them where its label is.
      const needsId = department === labeller || name === 'E0';
      return [department, random.pick(needsId ? KEYS.filter((one) => one.includes('id')) : KEYS)];
    }),
  );
  const known = new Map(
    departments.map((department) => {
      // Whoever can tell one key from the other may be asked for it, of any entity.
      const knowsAll = keys.get(department)!.length > 1 || random.chance(0.5);
      const ids = idsOf(name).filter((_id, i) => knowsAll || i === 0 || random.chance(0.7));
      return [department, new Set(ids)];
    }),
  );
  const fields = distinctNames(3 + random.below(4), random).map((field) =>
    plainField(random.pick(departments), field),
  );
  return { name, fields, keys, known };
}

/** Fields of one department that are made from a field of another. */
function addRequiring(entity: Entity, departments: readonly string[], random: Random): void {
  const leaves = entity.fields.filter(({ type }) => LEAVES.includes(type.base));
  random.times(leaves.length === 0 ? 0 : random.below(4), (i) => {
    const field = random.pick(leaves);
    const others = departments.filter((department) => department !== field.owner);
    field.isSafe = true;
    entity.fields.push({
      name: `made${i}`,
      owner: random.pick(others),
      type: { base: 'String', nonNull: random.chance(0.3), lists: [] },
      hasArgument: random.chance(0.2),
      isSafe: true,
      requires: { field, n: field.hasArgument && random.chance(0.7) ? random.below(3) : null },
    });
  });
}

/** Fields that bring a field of another department along. What is brought along is known everywhere. */
function addProviding(fields: readonly Field[], entities: readonly Entity[], random: Random): void {
  for (const field of fields) {
    const entity = entities.find(({ name }) => name === field.type.base);
    if (!entity || random.chance(0.5)) continue;
    const provided = entity.fields.filter(
      (one) =>
        one.owner !== field.owner && LEAVES.includes(one.type.base) && !one.hasArgument && !one.requires,
    );
    if (provided.length === 0) continue;
    field.provides = random.pick(provided);
    field.provides.isSafe = true;
    field.provides.isProvided = true;
    for (const known of entity.known.values()) addAll(entity.name, known);
  }
}

/** Fields that moved from one department to another, for all requests or for some. */
function addOverrides(
  queries: readonly Field[],
  entities: readonly Entity[],
  departments: readonly string[],
  random: Random,
): void {
  for (const { name, fields, known } of [{ name: 'Query', fields: queries, known: null }, ...entities]) {
    for (const field of fields) {
      const { owner, type, isSafe, requires } = field;
      if (isSafe || requires || !LEAVES.includes(type.base) || random.chance(0.8)) continue;
      const from = random.pick(departments.filter((department) => department !== owner));
      field.replaces = { from, label: random.chance(0.5) ? random.pick(LABELS) : null };
      // Whichever is asked knows the entity.
      for (const department of [owner, from]) addAll(name, known?.get(department));
    }
  }
}

/** A field that depends on the way to it. */
function addContext(
  queries: Field[],
  entities: readonly Entity[],
  departments: readonly string[],
  random: Random,
): boolean {
  const text = { base: 'String', nonNull: false, lists: [] };
  const field = (name: string, owner: string): Field => ({
    name,
    owner,
    type: text,
    hasArgument: false,
    isSafe: true,
  });
  const [setter, target] = random.chance(0.5) ? entities : [entities[1], entities[0]];
  const owner = random.pick(departments);
  const anchor = field(`${owner}_anchor`, owner);
  const mark = field('mark', random.pick(departments));
  queries.push(anchor);
  setter!.fields.push(mark);
  target!.fields.push({ ...field('tuned', owner), context: { setter: setter!.name, mark, anchor } });
  return true;
}

/** A department that answers fields of whatever has the interface. Its objects do not tell their types. */
function addAnnotator(
  queries: Field[],
  entities: readonly Entity[],
  labeller: string,
  random: Random,
): string | null {
  if (random.chance(0.65)) return null;
  const owner = 'notes';
  for (let i = 0; i < 2; i++) {
    const name = `${owner}_${i}`;
    const type = { ...makeType(INTERFACE, random), nonNull: false };
    queries.push({ name, owner, type, hasArgument: false, isSafe: true });
  }
  for (const { name, keys, known } of entities) {
    // Only there is it known which types they have.
    addAll(name, known.get(labeller));
    // From anywhere it is reached by id alone.
    for (const [department, own] of keys) {
      if (own.includes('id')) continue;
      (keys as Map<string, Keys>).set(department, ['id', ...own]);
      addAll(name, known.get(department));
    }
  }
  return owner;
}

function addAll(entity: string, known: ReadonlySet<string> | undefined): void {
  for (const id of idsOf(entity)) (known as Set<string> | undefined)?.add(id);
}

function makeType(base: string, random: Random): FieldType {
  const depth = random.pick([0, 0, 0, 1, 1, 2]);
  return {
    base,
    nonNull: random.chance(0.25),
    lists: random.times(depth, () => ({ nonNull: random.chance(0.25) })),
  };
}

function distinctNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(random.pick(FIELD_NAMES));
  return [...names];
}
