import type { ASTNode } from 'graphql';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Report } from './finding.ts';
import { Looks } from './look-alike.ts';
import type { Rule } from './rule.ts';

/** No two names in one place differ by case or by look-alike characters only: readers, and reviewers, take them for one. */
export const lookAlikeNames: Rule = (model, report, others) => {
  const types = new Looks();
  const typesOfOthers = others.map(typeLooks);
  for (const type of model.types.values()) {
    compare([types, ...typesOfOthers], type.name, type.name, type.place, report);
    const fields = new Looks(fieldNames(others, type.name));
    for (const field of [...type.fields, ...type.inputFields]) {
      const coordinate = `${type.name}.${field.name.value}`;
      compare([fields], field.name.value, coordinate, field, report);
      const parameters = new Looks();
      for (const { name } of ('arguments' in field && field.arguments) || [])
        compare([parameters], name.value, `${coordinate}(${name.value}:)`, name, report);
    }
    const values = new Looks();
    for (const value of type.values)
      compare([values], value.name.value, `${type.name}.${value.name.value}`, value, report);
  }
};

/** Compares with all, and adds to the first. */
function compare(
  looks: readonly [Looks, ...Looks[]],
  name: string,
  coordinate: string,
  node: ASTNode,
  report: Report,
): void {
  const alike = looks.map((one) => one.alike(name)).find((one) => one !== null);
  looks[0].add(name);
  if (alike === undefined) return;
  const message = `Rename ${coordinate}: "${name}" is easily taken for "${alike}", which stands beside it.`;
  report('ERROR', coordinate, node, message);
}

const known = new WeakMap<SubgraphModel, Looks>();

/** In a large graph there are thousands of types, most of them in departments that have not changed. */
function typeLooks(model: SubgraphModel): Looks {
  const looks = known.get(model) ?? new Looks(model.types.keys());
  known.set(model, looks);
  return looks;
}

function* fieldNames(models: readonly SubgraphModel[], type: string): Iterable<string> {
  for (const { types } of models) for (const { name } of types.get(type)?.fields ?? []) yield name.value;
}
