import { UNDONE } from '@yiwang/population/matters';
import { FORM_DIALECT } from '@yiwang/subgraph-kit/forms';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { ERRORS, first, from, landCase, object, part, prefilled, text, titled, value } from './parts.ts';

/** Who acquires the right: the enterprise that applies, or a person by its name. */
const HOLDER = first(from('matter.applicant'), from('form.holder.name'));

const REGISTRATION = object({
  unit: from('form.unit.code'),
  holderName: from('form.holder.name'),
  holderBefore: from('form.unit.holderBefore'),
  priceCny: from('form.price.cny'),
  deedTax: from('steps.tax.id'),
});

/** 不动产登记: the unit is held, the tax assessed, and the right registered. */
export const REGISTER_REAL_ESTATE: MatterDefinition = {
  ...titled('不动产登记', 'Registering real estate'),
  basis: '不动产登记暂行条例 (国务院令第656号)',
  promisedDays: 5,
  form: {
    $schema: FORM_DIALECT,
    ...titled('不动产转移登记申请表', 'Application to register a transfer of real estate'),
    type: 'object',
    additionalProperties: false,
    required: ['unit', 'holder', 'price'],
    properties: {
      unit: part(
        '不动产',
        'The real-estate unit',
        {
          code: {
            ...titled('不动产单元代码', 'Code of the unit, 28 characters'),
            type: 'string',
            minLength: 28,
            maxLength: 28,
          },
          holderBefore: text('原权利人', 'Who holds the right until now', 100),
        },
        ['holderBefore'],
      ),
      holder: part('新权利人', 'The new holder', {
        name: prefilled('enterprise.name', text('名称或姓名', 'Name', 100)),
      }),
      price: part('价款', 'The price', {
        cny: {
          ...titled('成交价格（元，不含增值税）', 'Price in yuan, without VAT'),
          type: 'string',
          minLength: 1,
          maxLength: 19,
          pattern: '^\\d{1,16}(\\.\\d{1,2})?$',
        },
      }),
    },
  },
  // Of an enterprise that acquires; a person has nothing there.
  prefill: {
    document: `query Prefill($uscc: USCC!) {
  enterprise(uscc: $uscc) { name }
}`,
    variables: { uscc: from('matter.applicant') },
  },
  steps: [
    {
      name: 'hold',
      ...titled('锁定不动产单元', 'Hold the unit'),
      kind: 'MACHINE',
      department: 'land',
      needs: [],
      when: null,
      onDenial: 'UNDO',
      do: {
        document: `mutation Hold($input: UnitHoldInput!, $idempotencyKey: ID!) {
  holdRealEstateUnit(input: $input, idempotencyKey: $idempotencyKey) { hold { unit } ${ERRORS} }
}`,
        variables: {
          input: object({
            unit: from('form.unit.code'),
            reference: from('matter.number'),
            holder: HOLDER,
          }),
        },
      },
      undo: {
        document: `mutation Release($unit: RealEstateUnitCode!, $reference: ID!, $idempotencyKey: ID!) {
  releaseRealEstateUnit(unit: $unit, reference: $reference, idempotencyKey: $idempotencyKey) { released ${ERRORS} }
}`,
        variables: { unit: from('form.unit.code'), reference: from('matter.number') },
      },
    },
    {
      name: 'tax',
      ...titled('契税申报', 'Declare the deed tax'),
      kind: 'MACHINE',
      department: 'tax',
      needs: ['hold'],
      when: null,
      onDenial: 'UNDO',
      do: {
        document: `mutation Assess($input: DeedTaxInput!, $idempotencyKey: ID!) {
  assessDeedTax(input: $input, idempotencyKey: $idempotencyKey) { deedTax { id taxCny } ${ERRORS} }
}`,
        variables: {
          input: object({
            unit: from('form.unit.code'),
            holder: HOLDER,
            priceCny: from('form.price.cny'),
            reference: from('matter.number'),
          }),
        },
      },
      undo: {
        document: `mutation Void($unit: RealEstateUnitCode!, $reference: ID!, $reason: String!, $idempotencyKey: ID!) {
  voidDeedTax(unit: $unit, reference: $reference, reason: $reason, idempotencyKey: $idempotencyKey) { voided ${ERRORS} }
}`,
        variables: {
          unit: from('form.unit.code'),
          reference: from('matter.number'),
          reason: value(UNDONE),
        },
      },
    },
    {
      name: 'registration',
      ...titled('转移登记', 'Register the right'),
      kind: 'CASE',
      department: 'land',
      needs: ['tax'],
      when: null,
      onDenial: 'UNDO',
      ...landCase('registration', 'RealEstateRegistrationInput', REGISTRATION, 'voidLandRegistration'),
    },
  ],
};
