import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import type { Report } from './finding.ts';
import type { Rule } from './rule.ts';

const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const UPPER = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** Types are PascalCase, fields and arguments camelCase, values of enums UPPER_CASE. */
export const naming: Rule = (model, report) => {
  for (const type of model.types.values()) {
    if (type.name.startsWith('_')) continue;
    if (!PASCAL.test(type.name))
      report(
        'WARNING',
        type.name,
        type.place,
        `Write the type ${type.name} in PascalCase, such as FormerName.`,
      );
    for (const field of type.fields) {
      const coordinate = `${type.name}.${field.name.value}`;
      if (!field.name.value.startsWith('_')) checkCamel(field.name.value, coordinate, field, report);
      for (const argument of field.arguments ?? [])
        checkCamel(argument.name.value, `${coordinate}(${argument.name.value}:)`, argument, report);
    }
    for (const field of type.inputFields)
      checkCamel(field.name.value, `${type.name}.${field.name.value}`, field, report);
    for (const value of type.values) {
      if (UPPER.test(value.name.value)) continue;
      const coordinate = `${type.name}.${value.name.value}`;
      report(
        'WARNING',
        coordinate,
        value,
        `Write the value ${coordinate} in UPPER_CASE, such as UNDER_REVIEW.`,
      );
    }
  }
};

function checkCamel(
  name: string,
  coordinate: string,
  node: FieldDefinitionNode | InputValueDefinitionNode,
  report: Report,
): void {
  if (!CAMEL.test(name))
    report('WARNING', coordinate, node, `Write ${coordinate} in camelCase, such as registeredOn.`);
}
