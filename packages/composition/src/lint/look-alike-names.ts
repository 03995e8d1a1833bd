import type { ASTNode } from 'graphql';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Report } from './finding.ts';
import { Looks } from './look-alike.ts';
import type { Rule } from './rule.ts';

/** No two names in one place differ by case or by look-alike characters only: readers, and reviewers, take them for one. */
export const lookAlikeNames: Rule = (model, report, others) => {
  const types = new Looks();
  for (const name of typeNames(others)) types.add(name);
  for (const type of model.types.values()) {
    compare(types, type.name, type.name, type.place, report);
    const fields = new Looks();
    for (const name of fieldNames(others, type.name)) fields.add(name);
    for (const field of [...type.fields, ...type.inputFields]) {
      const coordinate = `${type.name}.${field.name.value}`;
      compare(fields, field.name.value, coordinate, field, report);
      const parameters = new Looks();
      for (const { name } of ('arguments' in field && field.arguments) || [])
        compare(parameters, name.value, `${coordinate}(${name.value}:)`, name, report);
    }
    const values = new Looks();
    for (const value of type.values)
      compare(values, value.name.value, `${type.name}.${value.name.value}`, value, report);
  }
};

function compare(looks: Looks, name: string, coordinate: string, node: ASTNode, report: Report): void {
  const alike = looks.add(name);
  if (alike !== null)
    report(
      'ERROR',
      coordinate,
      node,
      `Rename ${coordinate}: "${name}" is easily taken for "${alike}", which stands beside it.`,
    );
}

function* typeNames(models: readonly SubgraphModel[]): Iterable<string> {
  for (const { types } of models) yield* types.keys();
}

function* fieldNames(models: readonly SubgraphModel[], type: string): Iterable<string> {
  for (const { types } of models) for (const { name } of types.get(type)?.fields ?? []) yield name.value;
}
