import { FORM_DIALECT } from '@yiwang/subgraph-kit/forms';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { ERRORS, from, object, part, text, titled, value, withdrawal } from './parts.ts';

const REGISTRATION = object({
  kind: value('REAL_ESTATE_REGISTRATION'),
  unit: from('form.unit.code'),
  region: from('matter.region'),
  person: from('matter.person'),
  applicant: from('matter.applicant'),
  holderName: from('form.holder.name'),
  holderBefore: from('form.unit.holderBefore'),
  reference: from('matter.number'),
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
      holder: part('新权利人', 'The new holder', { name: text('名称或姓名', 'Name', 100) }),
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
  holdRealEstateUnit(input: $input, idempotencyKey: $idempotencyKey) { hold { id } ${ERRORS} }
}`,
        variables: {
          input: object({ unit: from('form.unit.code'), reference: from('matter.number') }),
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
            holder: from('form.holder.name'),
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
          reason: value('一件事撤销'),
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
      ...landCase(REGISTRATION),
    },
  ],
};

/** How a case in land is filed, followed and taken back. */
export function landCase(input: ReturnType<typeof object>) {
  return {
    file: {
      document: `mutation File($input: LandCaseInput!, $idempotencyKey: ID!) {
  fileLandCase(input: $input, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: { input },
    },
    refile: {
      document: `mutation Refile($number: ID!, $input: LandCaseInput!, $idempotencyKey: ID!) {
  refileLandCase(number: $number, input: $input, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: { number: from('case.number'), input },
    },
    withdraw: withdrawal('withdrawFiledLandCase', 'case'),
    undo: {
      document: `mutation Void($number: ID!, $reason: String!, $idempotencyKey: ID!) {
  voidLandCase(number: $number, reason: $reason, idempotencyKey: $idempotencyKey) { voided ${ERRORS} }
}`,
      variables: { number: from('case.number'), reason: value('一件事撤销') },
    },
    read: `query LandCases($numbers: [ID!]!) {
  filedLandCases(numbers: $numbers) {
    number version state decision reason result
    defects { about problem }
  }
}`,
    changes: `query Changes($after: ID, $first: Int!) {
  filedLandCaseChanges(after: $after, first: $first) { id at number version state }
}`,
  };
}
