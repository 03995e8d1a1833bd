import { FORM_DIALECT, type FormField, type FormSchema } from '../src/forms/form-schema.ts';

const titled = (title: string, english: string) => ({ title, 'x-title-en': english });

/** A form of a restaurant: an option, a number, a list of objects, a flag, a code. */
export const RESTAURANT_FORM: FormSchema = {
  $schema: FORM_DIALECT,
  ...titled('食品经营许可申请', 'Application for a food permit'),
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'premises'],
  dependentRequired: { phone: ['contact'] },
  properties: {
    kind: {
      ...titled('经营类型', 'Kind of business'),
      type: 'string',
      oneOf: [
        { const: 'CANTEEN', ...titled('单位食堂', 'Canteen') },
        { const: 'RESTAURANT', ...titled('餐馆', 'Restaurant') },
      ],
    },
    premises: {
      ...titled('经营场所', 'Premises'),
      type: 'object',
      additionalProperties: false,
      required: ['areaM2'],
      properties: {
        areaM2: {
          ...titled('面积（平方米）', 'Area in m²'),
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 100_000,
        },
        address: { ...titled('地址', 'Address'), type: 'string', minLength: 4, maxLength: 200 },
      },
    },
    staff: {
      ...titled('从业人员', 'Staff'),
      type: 'array',
      maxItems: 20,
      items: {
        ...titled('人员', 'Person'),
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { ...titled('姓名', 'Name'), type: 'string', maxLength: 50 },
          certificate: {
            ...titled('健康证号', 'Health certificate'),
            type: 'string',
            maxLength: 12,
            pattern: '^[A-Z]{2}\\d{6}$',
          },
        },
      },
    },
    contact: { ...titled('联系人', 'Contact'), type: 'string', maxLength: 50 },
    phone: { ...titled('电话', 'Phone'), type: 'string', format: 'phone' },
    opensOn: { ...titled('开业日期', 'Opens on'), type: 'string', format: 'date' },
    hasKitchen: { ...titled('是否有厨房', 'Has a kitchen'), type: 'boolean' },
  },
};

export const ANSWERS = {
  kind: 'RESTAURANT',
  premises: { areaM2: 120, address: '中山路一号甲' },
  staff: [{ name: '张三', certificate: 'JS123456' }],
};

/** The form with its fields changed. */
export function formWith(fields: Record<string, unknown>, more: Record<string, unknown> = {}): unknown {
  return {
    ...RESTAURANT_FORM,
    required: [],
    ...more,
    properties: { ...RESTAURANT_FORM.properties, ...fields },
  };
}

/** A text field, with what a test is about. */
export function textField(more: Record<string, unknown>): FormField {
  return { ...titled('文本', 'Text'), type: 'string', maxLength: 100, ...more } as FormField;
}
