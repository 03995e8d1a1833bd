import { UNDONE } from '@yiwang/population/matters';
import { FORM_DIALECT } from '@yiwang/subgraph-kit/forms';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { ERRORS, from, object, part, permitCase, text, titled, value, withdrawal } from './parts.ts';

const DETAILS = object({
  typeCode: from('form.enterprise.type'),
  industry: from('form.enterprise.industry'),
  capitalCny: from('form.enterprise.capitalCny'),
  businessScope: from('form.enterprise.businessScope'),
  address: from('form.enterprise.address'),
});

/** GB/T 4754 as the scalar IndustryCode takes it: a section from A to T, or a division from 01 to 97 with up to two digits more. */
const INDUSTRY_CODE = '^([A-T]|(0[1-9]|[1-8]\\d|9[0-7])\\d{0,2})$';

/** The answers that the forms of permits ask of every applicant. */
const APPLICANT = {
  enterpriseName: from('form.enterprise.name'),
  uscc: from('steps.registration.uscc'),
  contact: from('form.representative.name'),
  phone: from('form.representative.phone'),
  filedBy: value('SELF'),
};

/** 企业开办: from a name to a legal entity with tax registration, seal and, where it is wanted, a food permit. */
export const OPEN_ENTERPRISE: MatterDefinition = {
  ...titled('企业开办', 'Opening an enterprise'),
  basis: '市场主体登记管理条例 (国务院令第746号)',
  promisedDays: 3,
  form: {
    $schema: FORM_DIALECT,
    ...titled('企业开办申请表', 'Application to open an enterprise'),
    type: 'object',
    additionalProperties: false,
    required: ['enterprise', 'representative', 'seal'],
    properties: {
      enterprise: part('企业', 'The enterprise', {
        name: text('企业名称', 'Name', 100),
        type: {
          ...titled('企业类型', 'Type'),
          type: 'string',
          oneOf: [
            {
              const: '1130',
              ...titled('有限责任公司（自然人投资或控股）', 'Limited company, of natural persons'),
            },
            {
              const: '1151',
              ...titled('有限责任公司（自然人独资）', 'Limited company, of one natural person'),
            },
          ],
        },
        industry: {
          ...titled('行业', 'Industry, by GB/T 4754'),
          description: '门类的字母，或 2 至 4 位数字的大类、中类、小类代码，不加门类字母，如 6513。',
          'x-description-en': 'A letter for a section, or 2 to 4 digits without the letter, such as 6513.',
          type: 'string',
          minLength: 1,
          // More than a code has: whoever writes the letter before the digits is told of the pattern, not of the length.
          maxLength: 10,
          pattern: INDUSTRY_CODE,
        },
        capitalCny: {
          ...titled('注册资本（元）', 'Registered capital in yuan'),
          type: 'string',
          minLength: 1,
          maxLength: 16,
          pattern: '^\\d{1,13}(\\.\\d{1,2})?$',
        },
        businessScope: text('经营范围', 'Business scope', 2_000),
        address: text('住所', 'Address', 200),
      }),
      representative: part('法定代表人', 'The legal representative', {
        name: text('姓名', 'Name', 50),
        phone: { ...titled('电话', 'Phone'), type: 'string', format: 'phone' },
      }),
      seal: part('公章', 'The seal', {
        areaM2: {
          ...titled('经营场所面积（平方米）', 'Area of the premises in m²'),
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 10_000_000,
        },
      }),
      food: part('食品经营', 'Food', {
        isWanted: { ...titled('经营食品', 'Food is sold'), type: 'boolean' },
      }),
    },
  },
  steps: [
    {
      name: 'name',
      ...titled('名称申报', 'Reserve the name'),
      kind: 'MACHINE',
      department: 'enterprises',
      needs: [],
      when: null,
      onDenial: 'UNDO',
      do: {
        document: `mutation Reserve($input: EnterpriseNameInput!, $idempotencyKey: ID!) {
  reserveEnterpriseName(input: $input, idempotencyKey: $idempotencyKey) { reservation { id name until } ${ERRORS} }
}`,
        variables: {
          input: object({
            name: from('form.enterprise.name'),
            region: from('matter.region'),
            reference: from('matter.number'),
          }),
        },
      },
      undo: {
        document: `mutation Release($id: ID!, $idempotencyKey: ID!) {
  releaseEnterpriseName(id: $id, idempotencyKey: $idempotencyKey) { reservation { id } ${ERRORS} }
}`,
        variables: { id: from('steps.name.id') },
      },
    },
    {
      name: 'registration',
      ...titled('企业登记', 'Register the enterprise'),
      kind: 'CASE',
      department: 'enterprises',
      needs: ['name'],
      when: null,
      onDenial: 'UNDO',
      file: {
        document: `mutation File($input: RegistrationInput!, $idempotencyKey: ID!) {
  fileRegistration(input: $input, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
        variables: {
          input: object({
            reservation: from('steps.name.id'),
            person: from('matter.person'),
            reference: from('matter.number'),
            region: from('matter.region'),
            details: DETAILS,
          }),
        },
      },
      refile: {
        document: `mutation Refile($number: ID!, $details: RegistrationDetailsInput!, $idempotencyKey: ID!) {
  refileRegistration(number: $number, details: $details, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
        variables: { number: from('case.number'), details: DETAILS },
      },
      withdraw: withdrawal('withdrawFiledRegistration', 'case'),
      undo: {
        document: `mutation Void($number: ID!, $reason: String!, $idempotencyKey: ID!) {
  voidRegistration(number: $number, reason: $reason, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
        variables: { number: from('case.number'), reason: value(UNDONE) },
      },
      read: `query Registrations($numbers: [ID!]!) {
  filedRegistrations(numbers: $numbers) {
    number version state decision reason uscc
    defects { about problem }
  }
}`,
      changes: `query Changes($after: ID, $first: Int!) {
  filedRegistrationChanges(after: $after, first: $first) { id at number version state }
}`,
    },
    {
      name: 'tax',
      ...titled('税务登记', 'Register with tax'),
      kind: 'MACHINE',
      department: 'tax',
      needs: ['registration'],
      when: null,
      onDenial: 'UNDO',
      do: {
        document: `mutation Register($input: TaxpayerInput!, $idempotencyKey: ID!) {
  registerTaxpayer(input: $input, idempotencyKey: $idempotencyKey) { taxpayer { id } ${ERRORS} }
}`,
        variables: {
          input: object({
            uscc: from('steps.registration.uscc'),
            name: from('form.enterprise.name'),
            region: from('matter.region'),
            industry: from('form.enterprise.industry'),
            reference: from('matter.number'),
          }),
        },
      },
      undo: {
        document: `mutation Void($uscc: USCC!, $reference: ID!, $reason: String!, $idempotencyKey: ID!) {
  voidTaxpayer(uscc: $uscc, reference: $reference, reason: $reason, idempotencyKey: $idempotencyKey) { voided ${ERRORS} }
}`,
        variables: {
          uscc: from('steps.registration.uscc'),
          reference: from('matter.number'),
          reason: value(UNDONE),
        },
      },
    },
    {
      name: 'seal',
      ...titled('公章刻制备案', 'Register the seal'),
      needs: ['registration'],
      when: null,
      onDenial: 'CONTINUE',
      ...permitCase(
        '322009001000',
        from('steps.registration.uscc'),
        object({
          ...APPLICANT,
          premises: object({ address: from('form.enterprise.address'), areaM2: from('form.seal.areaM2') }),
        }),
      ),
    },
    {
      name: 'food',
      ...titled('食品经营许可', 'Permit to sell food'),
      needs: ['registration'],
      when: 'food.isWanted',
      onDenial: 'CONTINUE',
      ...permitCase(
        '320131004001',
        from('steps.registration.uscc'),
        object({
          ...APPLICANT,
          premises: object({ address: from('form.enterprise.address'), areaM2: from('form.seal.areaM2') }),
        }),
      ),
    },
  ],
};
