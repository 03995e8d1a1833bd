import type { Guide } from '../../src/items/guides/guide.ts';
import type { DecisionTable } from '../../src/items/rules/decision-table.ts';

/** Of RESTAURANT_FORM. */
export const RESTAURANT_GUIDE: Guide = {
  conditions: ['有与食品品种、数量相适应的场所和设备'],
  materials: [
    { code: 'PLAN', name: '经营场所平面图', nameEn: 'Floor plan', originals: 1, copies: 1, heldBy: null },
    { code: 'PROCESS', name: '操作流程', nameEn: 'Process', originals: 1, copies: 0, heldBy: null },
    {
      code: 'LICENCE',
      name: '营业执照',
      nameEn: 'Business licence',
      originals: 0,
      copies: 0,
      heldBy: { department: 'enterprises', resource: 'Enterprise.name' },
    },
  ],
  steps: [
    { code: 'INSPECTION', name: '现场核查', nameEn: 'Inspection' },
    { code: 'DECISION', name: '决定', nameEn: 'Decision' },
  ],
  statutoryDays: 20,
  promisedDays: 5,
  visits: 0,
  feeCny: '0',
  onlineDepth: 7,
};

const titled = (title: string, english: string) => ({ title, 'x-title-en': english });

/** A large restaurant hands in its process and is looked at; any other place hands in its plan. */
export const RESTAURANT_RULES: DecisionTable = {
  rows: [
    {
      ...titled('大型餐馆', 'Large restaurant'),
      when: { kind: { const: 'RESTAURANT' }, 'premises.areaM2': { minimum: 500 } },
      materials: ['PLAN', 'PROCESS'],
      steps: ['INSPECTION', 'DECISION'],
    },
    { ...titled('其他', 'Any other'), when: {}, materials: ['PLAN'], steps: ['DECISION'] },
  ],
};
