import { dataFields, ownSharing, sharingOf } from '../sdl/sharing.ts';
import type { Rule } from './rule.ts';

/** Every field that holds data says who may read it; a class that keeps something back says why. */
export const sharing: Rule = (model, report) => {
  for (const type of model.types.values()) {
    const missing: string[] = [];
    let withoutCycle = false;
    for (const field of dataFields(model, type)) {
      const found = sharingOf(model, type, field);
      if (!found) missing.push(field.name.value);
      else withoutCycle ||= found.cycle === null;
    }
    const { name } = type;
    if (missing.length > 0) {
      report(
        'ERROR',
        missing.length === 1 ? `${name}.${missing[0]}` : name,
        type.fields.find((field) => field.name.value === missing[0]) ?? type.place,
        `Say with @sharing(class: …) who may read ${missing.map((field) => `${name}.${field}`).join(', ')}: on the type for all of its fields, or on each field.`,
      );
    }
    if (withoutCycle) {
      report(
        'WARNING',
        name,
        type.place,
        `Say with @sharing(cycle: …) how often the data of ${name} is brought up to date.`,
      );
    }
    for (const [coordinate, node] of [
      [name, type] as const,
      ...type.fields.map((field) => [`${name}.${field.name.value}`, field] as const),
    ]) {
      const own = ownSharing(model, node);
      const place = 'place' in node ? node.place : node;
      if (own?.basis !== null || own.class === 'UNCONDITIONAL') continue;
      if (own.class === 'NOT_SHARED')
        report(
          'ERROR',
          coordinate,
          place,
          `Name with @sharing(basis: …) the law by which ${coordinate} is not shared.`,
        );
      else
        report(
          'WARNING',
          coordinate,
          place,
          `Name with @sharing(basis: …) the rule by which ${coordinate} is shared on condition only.`,
        );
    }
  }
};
