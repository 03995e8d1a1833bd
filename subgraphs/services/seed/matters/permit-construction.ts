import { FORM_DIALECT } from '@yiwang/subgraph-kit/forms';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { from, landCase, object, part, permitCase, prefilled, text, titled, value } from './parts.ts';

/** The answers that the forms of permits ask. */
const FORM = object({
  enterpriseName: from('form.project.enterpriseName'),
  uscc: from('matter.applicant'),
  contact: from('form.contact.name'),
  phone: from('form.contact.phone'),
  filedBy: value('SELF'),
  premises: object({ address: from('form.project.address'), areaM2: from('form.project.areaM2') }),
});

const PLANNING = object({
  projectName: from('form.project.name'),
  location: from('form.project.address'),
  areaM2: from('form.project.landAreaM2'),
  landUse: from('form.project.landUse'),
  parcel: from('form.project.parcel'),
});

/** 工业建设项目施工许可: the use of the land, the works, and the construction, one after the other. */
export const PERMIT_CONSTRUCTION: MatterDefinition = {
  ...titled('工业建设项目施工许可', 'Permits for an industrial building'),
  basis: '建筑法 第七条',
  promisedDays: 50,
  form: {
    $schema: FORM_DIALECT,
    ...titled('工业建设项目申请表', 'Application for an industrial building'),
    type: 'object',
    additionalProperties: false,
    required: ['project', 'contact'],
    properties: {
      project: part('项目', 'The project', {
        enterpriseName: prefilled('enterprise.name', text('建设单位', 'Who builds', 200)),
        name: text('项目名称', 'Name of the project', 200),
        parcel: prefilled('enterprise.parcels.edges.node.code', {
          ...titled('宗地代码', 'Code of the parcel'),
          description: '19 位，不动产权证书上有。',
          'x-description-en': '19 characters; it stands on the certificate of the land.',
          type: 'string',
          minLength: 19,
          maxLength: 19,
        }),
        landUse: prefilled('parcel.landUse.code', {
          ...titled('土地用途', 'Land use'),
          description: 'GB/T 21010 的代码，如工业用地填 0601。',
          'x-description-en': 'Its code by GB/T 21010, such as 0601 for industrial land.',
          type: 'string',
          minLength: 2,
          maxLength: 5,
          pattern: '^\\d{2,4}[A-Z]?$',
        }),
        landAreaM2: prefilled('parcel.areaM2', {
          ...titled('用地面积（平方米）', 'Area of the land in m²'),
          type: 'string',
          minLength: 1,
          maxLength: 13,
          pattern: '^\\d{1,10}(\\.\\d{1,2})?$',
        }),
        address: prefilled('parcel.location', text('建设地址', 'Address', 200)),
        areaM2: {
          ...titled('建筑面积（平方米）', 'Floor area in m²'),
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 10_000_000,
        },
      }),
      contact: part('联系人', 'Contact', {
        name: text('姓名', 'Name', 50),
        phone: { ...titled('电话', 'Phone'), type: 'string', format: 'phone' },
      }),
    },
  },
  // The parcel is filled in when the enterprise holds a single one; what lies there, as soon as it is answered.
  prefill: {
    document: `query Prefill($uscc: USCC!, $parcel: ParcelCode!) {
  enterprise(uscc: $uscc) {
    name
    parcels(first: 2) { edges { node { code } } }
  }
  parcel(code: $parcel) { location areaM2 landUse { code } }
}`,
    variables: { uscc: from('matter.applicant'), parcel: from('form.project.parcel') },
  },
  steps: [
    {
      name: 'land',
      ...titled('建设用地规划许可', 'Planning permit for the land'),
      kind: 'CASE',
      department: 'land',
      needs: [],
      when: null,
      onDenial: 'UNDO',
      ...landCase('planning', 'LandUsePlanningInput', PLANNING, 'voidLandUsePlanning'),
    },
    {
      name: 'works',
      ...titled('建设工程规划许可', 'Planning permit for the works'),
      needs: ['land'],
      when: null,
      onDenial: 'UNDO',
      ...permitCase('320115002001', from('matter.applicant'), FORM),
    },
    {
      name: 'construction',
      ...titled('建筑工程施工许可', 'Construction permit'),
      needs: ['works'],
      when: null,
      onDenial: 'UNDO',
      ...permitCase('320117001001', from('matter.applicant'), FORM),
    },
  ],
};
