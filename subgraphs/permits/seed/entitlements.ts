import { FORM_DIALECT, type FormSchema } from '@yiwang/subgraph-kit/forms';
import type { Guide } from '../src/items/guides/guide.ts';
import type { DecisionTable } from '../src/items/rules/decision-table.ts';
import type { Entitlement } from '../src/offers/entitlement.ts';
import { PROVINCE } from './departments.ts';
import type { Offer } from './offers.ts';

/** The one made-up item that nobody needs to apply for 免申即享. */
const ENTITLED = 'A级纳税人奖励';

export function isEntitled({ licence }: Pick<Offer, 'licence'>): boolean {
  return licence.name === ENTITLED;
}

/** The cities give it, each to the enterprises of its own; the province gives none. */
export function entitlementOf(offer: Offer, region: string): Entitlement | null {
  return isEntitled(offer) && region !== PROVINCE ? ENTITLEMENT : null;
}

const titled = (title: string, english: string) => ({ title, 'x-title-en': english });

/** Who stands in the public list, which everybody may read, and is in business. */
const ENTITLEMENT: Entitlement = {
  document: `query Entitled($region: RegionCode, $usccs: [USCC!], $after: String) {
  enterprises(filter: { region: $region, usccs: $usccs, statuses: [ACTIVE] }, first: 100, after: $after) {
    edges {
      node {
        uscc
        status
        taxpayer {
          aListYears
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  subject: 'uscc',
  conditions: [
    {
      ...titled('2024年度纳税信用A级', 'Grade A of 2024'),
      when: { status: { const: 'ACTIVE' }, 'taxpayer.aListYears': { contains: 2024 } },
    },
  ],
  validDays: 90,
  form: {},
};

/** All of it is filled in. */
export const ENTITLED_FORM: FormSchema = {
  $schema: FORM_DIALECT,
  ...titled(`${ENTITLED}确认`, 'Confirmation of the award'),
  type: 'object',
  additionalProperties: false,
  properties: {
    enterpriseName: {
      ...titled('企业名称', 'Name of the enterprise'),
      ...{ type: 'string', minLength: 1, maxLength: 200, 'x-from': 'enterprise.name' },
    },
    uscc: {
      ...titled('统一社会信用代码', 'Unified social credit code'),
      ...{ type: 'string', format: 'uscc', 'x-from': 'enterprise.uscc' },
    },
    remarks: { ...titled('备注', 'Remarks'), type: 'string', maxLength: 500 },
  },
  required: ['enterpriseName', 'uscc'],
};

/** Nothing is handed in, and nobody is looked at. */
export function entitledRules({ steps }: Pick<Guide, 'steps'>): DecisionTable {
  return {
    rows: [{ ...titled('全部', 'All'), when: {}, materials: [], steps: steps.map(({ code }) => code) }],
  };
}
