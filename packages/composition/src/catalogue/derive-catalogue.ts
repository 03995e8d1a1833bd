import { parse, print } from 'graphql';
import { namedTypeOf } from '../sdl/named-type.ts';
import { readSubgraph } from '../sdl/read-subgraph.ts';
import { isTagged } from '../sdl/is-tagged.ts';
import { dataFields, ownSharing, type Sharing, sharingOf } from '../sdl/sharing.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { TypeModel } from '../sdl/type-model.ts';
import { targetOf } from '../sdl/type-roles.ts';
import { chineseTerm } from './chinese-term.ts';
import { codeOf } from './code-of.ts';
import type { DataResource } from './data-resource.ts';

/** What a schema that says nothing lets others read. */
const UNSAID: Sharing = { class: 'NOT_SHARED', basis: null, cycle: null };
const STRICTEST = ['NOT_SHARED', 'CONDITIONAL', 'UNCONDITIONAL'] as const;
const FORMAT = 'GraphQL/JSON';

/**
 * The data catalogue that the departments' schemas say, by department, then in the order of the schema.
 *
 * @param subgraphs SDL that composes
 * @param version of the supergraph that they compose to
 * @param options.excludeTags types and fields with one of these tags are left out
 */
export function deriveCatalogue(
  subgraphs: readonly { name: string; sdl: string }[],
  version: number,
  { excludeTags = [] }: { excludeTags?: readonly string[] } = {},
): DataResource[] {
  const models = [...subgraphs]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, sdl }) => readSubgraph(name, parse(sdl, { noLocation: true })))
    .map((model) => withoutTagged(model, excludeTags));
  const held = models.map((model) => ({ model, types: typesWithData(model) }));
  const holders = new Map<string, string[]>();
  for (const { model, types } of held)
    for (const { name } of types) holders.set(name, [...(holders.get(name) ?? []), model.department]);
  return held.flatMap(({ model, types }) =>
    types.map((type) => describe(model, type, termOf(models, type.name), holders, version)),
  );
}

function withoutTagged(model: SubgraphModel, tags: readonly string[]): SubgraphModel {
  if (tags.length === 0) return model;
  const types = [...model.types.values()]
    .filter((type) => !isTagged(model.names, type, tags))
    .map((type) => ({ ...type, fields: type.fields.filter((field) => !isTagged(model.names, field, tags)) }));
  return { ...model, types: new Map(types.map((type) => [type.name, type])) };
}

function typesWithData(model: SubgraphModel): TypeModel[] {
  return [...model.types.values()].filter((type) => dataFields(model, type).length > 0);
}

function describe(
  model: SubgraphModel,
  type: TypeModel,
  term: string | null,
  holders: ReadonlyMap<string, string[]>,
  version: number,
): DataResource {
  const { department } = model;
  const fields = dataFields(model, type).map((field) => ({
    name: field.name.value,
    coordinate: `${type.name}.${field.name.value}`,
    type: print(field.type),
    summary: field.description?.value ?? leafDescription(model, namedTypeOf(field.type)),
    ...flat(sharingOf(model, type, field) ?? UNSAID),
  }));
  const own = ownSharing(model, type);
  const code = codeOf(department, type.name);
  const neighbours = dataFields(model, type).map((field) => targetOf(model, field)?.name);
  const related = [type.name, ...neighbours].flatMap((name) =>
    (holders.get(name ?? '') ?? []).map((holder) => codeOf(holder, name!)),
  );
  return {
    code,
    name: term ?? type.name,
    coordinate: type.name,
    department,
    summary: type.description,
    ...(own ? flat(own) : strictest(fields)),
    format: FORMAT,
    version,
    fields,
    related: [...new Set(related)].filter((one) => one !== code).sort(),
  };
}

/** A field of a described enum or scalar may leave its meaning to it. */
function leafDescription(model: SubgraphModel, name: string): string | null {
  const type = model.types.get(name);
  return type && (type.kind === 'ENUM' || type.kind === 'SCALAR') ? type.description : null;
}

/** A type that leaves it to its fields is as closed as the most closed of them. */
function strictest<Part extends { sharing: Sharing['class']; basis: string | null; cycle: Sharing['cycle'] }>(
  fields: readonly Part[],
): Pick<Part, 'sharing' | 'basis' | 'cycle'> {
  const sharing = STRICTEST.find((one) => fields.some((field) => field.sharing === one))!;
  const { basis, cycle } = fields.find((field) => field.sharing === sharing)!;
  return { sharing, basis, cycle };
}

function flat({ class: sharing, basis, cycle }: Sharing) {
  return { sharing, basis, cycle };
}

/** The owner describes the type; who only adds fields to it need not. */
function termOf(models: readonly SubgraphModel[], type: string): string | null {
  for (const { types } of models) {
    const term = chineseTerm(types.get(type)?.description);
    if (term !== null) return term;
  }
  return null;
}
