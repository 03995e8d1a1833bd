import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { namedTypeOf } from '../sdl/named-type.ts';
import type { Report, Severity } from './finding.ts';
import type { Rule } from './rule.ts';

const BUILT_IN = new Set(['String', 'ID', 'Int', 'Float']);

/** What a name says its values are. The codes join departments, so there a wrong scalar is an error. */
const NAMES: readonly [pattern: RegExp, scalar: string, severity: Severity][] = [
  [/^usccs?$|[a-z]Usccs?$/, 'USCC', 'ERROR'],
  [/^regionCodes?$|[a-z]RegionCodes?$/, 'RegionCode', 'ERROR'],
  [/^industryCodes?$|[a-z]IndustryCodes?$/, 'IndustryCode', 'ERROR'],
  [/^parcelCodes?$|[a-z]ParcelCodes?$/, 'ParcelCode', 'ERROR'],
  [/^realEstateUnitCodes?$|[a-z]RealEstateUnitCodes?$/, 'RealEstateUnitCode', 'ERROR'],
  [/^landUseCodes?$|[a-z]LandUseCodes?$/, 'LandUseCode', 'ERROR'],
  [/[a-z0-9]On$/, 'Date', 'WARNING'],
  [/[a-z0-9]At$/, 'DateTime', 'WARNING'],
  [/[a-z0-9]Cny$/, 'Decimal', 'WARNING'],
];

/** A field that is named like a code is typed by the scalar that all departments share. */
export const sharedScalars: Rule = (model, report) => {
  for (const type of model.types.values()) {
    for (const field of type.fields) {
      const coordinate = `${type.name}.${field.name.value}`;
      check(field, coordinate, report);
      for (const argument of field.arguments ?? [])
        check(argument, `${coordinate}(${argument.name.value}:)`, report);
    }
    for (const field of type.inputFields) check(field, `${type.name}.${field.name.value}`, report);
  }
};

function check(
  node: FieldDefinitionNode | InputValueDefinitionNode,
  coordinate: string,
  report: Report,
): void {
  const named = namedTypeOf(node.type);
  if (!BUILT_IN.has(named)) return;
  const match = NAMES.find(([pattern]) => pattern.test(node.name.value));
  if (!match) return;
  const [, scalar, severity] = match;
  report(
    severity,
    coordinate,
    node,
    `Type ${coordinate} as ${scalar}, not ${named}: the scalar checks it and brings it to its one form.`,
  );
}
