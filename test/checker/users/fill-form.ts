import type { Random } from '@yiwang/testing/random-graph';
import type { FormField, FormObject, FormSchema } from '@yiwang/subgraph-kit/forms';

/** A text of each format that forms ask for. */
const TEXTS: Readonly<Record<string, string>> = {
  phone: '13800138000',
  uscc: '914403001922038216',
  date: '2026-12-01',
  email: 'zhang@example.cn',
  'region-code': '3201',
};

/** How often a field stays empty that may. */
const EMPTY = 0.3;

/** Answers that a form takes; with `isPartial` perhaps not all of those that it asks for. */
export function fillForm(form: FormSchema, random: Random, isPartial = false): Record<string, unknown> {
  const answers = fillObject(form, random);
  if (isPartial && random.chance(0.2)) delete answers[random.pick(Object.keys(answers))];
  return answers;
}

function fillObject({ properties, required = [] }: FormObject, random: Random): Record<string, unknown> {
  const filled = Object.entries(properties).filter(
    ([name, field]) => required.includes(name) || (canFill(field) && !random.chance(EMPTY)),
  );
  return Object.fromEntries(filled.map(([name, field]) => [name, fillField(field, random)]));
}

/** Texts of a pattern or an unknown format are left to those who understand them. */
function canFill(field: FormField): boolean {
  return field.type !== 'string' || (!field.pattern && (!field.format || field.format in TEXTS));
}

function fillField(field: FormField, random: Random): unknown {
  switch (field.type) {
    case 'object':
      return fillObject(field, random);
    case 'array':
      return random.times(field.minItems ?? 1, () => fillField(field.items, random));
    case 'boolean':
      return random.chance(0.5);
    case 'number':
    case 'integer':
      if (field.oneOf) return random.pick(field.oneOf).const;
      return (field.multipleOf ?? 1) * Math.ceil((field.minimum ?? field.exclusiveMinimum ?? 0) + 1);
    case 'string':
      if (field.oneOf) return random.pick(field.oneOf).const;
      if (field.format) return TEXTS[field.format];
      return `第${random.below(1_000_000)}次保存`.slice(0, field.maxLength);
  }
}
