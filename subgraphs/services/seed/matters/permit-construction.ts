import { FORM_DIALECT } from '@yiwang/subgraph-kit/forms';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { from, object, part, permitCase, text, titled, value } from './parts.ts';
import { landCase } from './register-real-estate.ts';

/** The answers that the forms of permits ask. */
const FORM = object({
  enterpriseName: from('form.project.enterpriseName'),
  uscc: from('matter.applicant'),
  contact: from('form.contact.name'),
  phone: from('form.contact.phone'),
  filedBy: value('SELF'),
  premises: object({ address: from('form.project.address'), areaM2: from('form.project.areaM2') }),
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
        enterpriseName: text('建设单位', 'Who builds', 200),
        name: text('项目名称', 'Name of the project', 200),
        parcel: {
          ...titled('宗地代码', 'Code of the parcel, 19 characters'),
          type: 'string',
          minLength: 19,
          maxLength: 19,
        },
        address: text('建设地址', 'Address', 200),
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
  steps: [
    {
      name: 'land',
      ...titled('建设用地规划许可', 'Planning permit for the land'),
      kind: 'CASE',
      department: 'land',
      needs: [],
      when: null,
      onDenial: 'UNDO',
      ...landCase(
        object({
          kind: value('LAND_USE_PLANNING'),
          parcel: from('form.project.parcel'),
          region: from('matter.region'),
          person: from('matter.person'),
          applicant: from('matter.applicant'),
          reference: from('matter.number'),
          purpose: from('form.project.name'),
        }),
      ),
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
