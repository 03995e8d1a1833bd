import {
  type FieldRule,
  INTERFACE,
  type Model,
  type ModelAccess,
  type Random,
  type Sharing,
} from '@yiwang/testing/random-graph';

const KEPT_BACK: readonly Sharing[] = ['CONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];

/** The model with rules at some of its types and fields. */
export function addAccess(model: Model, random: Random): Model {
  const ofTypes = new Map<string, Sharing>();
  const ofFields = new Map<string, FieldRule>();
  const rate = random.pick([0.1, 0.3, 0.6]);
  const { queries, entities, values, departments, annotator } = model;
  // What another field is made from may ask for nothing that the other does not ask for: composition refuses it.
  const required = new Set(
    entities.flatMap(({ fields }) =>
      fields.flatMap(({ requires, context }) => [requires?.field, context?.mark, context?.anchor]),
    ),
  );
  const add = (coordinate: string, mayAuthenticate = true) => {
    if (!random.chance(rate)) return;
    const authenticated = mayAuthenticate && random.chance(0.3);
    const sharing =
      authenticated && random.chance(0.5) ? null : random.pick<Sharing>([...KEPT_BACK, 'UNCONDITIONAL']);
    ofFields.set(coordinate, { authenticated, sharing });
  };

  for (const field of queries) add(`Query.${field.name}`, !required.has(field));
  for (const department of departments) add(`Mutation.bump_${department}`);
  for (const { name, fields } of [...entities, ...values]) {
    if (random.chance(rate / 2)) ofTypes.set(name, random.pick([...KEPT_BACK, 'UNCONDITIONAL']));
    for (const field of fields) add(`${name}.${field.name}`, !required.has(field));
  }
  for (const { name } of entities) add(`${name}.label`, false);
  add(`${INTERFACE}.label`, false);
  if (annotator) add(`${INTERFACE}.note`, false);
  if (random.chance(rate / 2)) ofTypes.set(INTERFACE, random.pick(KEPT_BACK));
  return { ...model, access: { ofTypes, ofFields } satisfies ModelAccess };
}
