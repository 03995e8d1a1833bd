import { FORM_DIALECT, type FormField, type FormOption, type FormSchema } from '@yiwang/subgraph-kit/forms';
import { ENTITLED_FORM, isEntitled } from './entitlements.ts';
import type { Action } from './licences.ts';
import type { Offer } from './offers.ts';

const NAMES: Readonly<Record<Action, string>> = {
  NEW: 'Application',
  CHANGE: 'Application for a change',
  RENEW: 'Application for renewal',
  CANCEL: 'Application to give up',
};

/** Fields of every form. */
const COMMON: Readonly<Record<string, FormField>> = {
  enterpriseName: from('enterprise.name', text('企业名称', 'Name of the enterprise', 200)),
  uscc: from('enterprise.uscc', {
    ...titled('统一社会信用代码', 'Unified social credit code'),
    type: 'string',
    format: 'uscc',
  }),
  contact: text('联系人', 'Contact', 50),
  phone: { ...titled('联系电话', 'Phone'), type: 'string', format: 'phone' },
  filedBy: options('办理人', 'Filed by', [
    ['SELF', '本单位人员', 'Our own staff'],
    ['AGENT', '委托代理人', 'An agent'],
  ]),
};

/** Fields of an action, and which of them must be filled in. */
const BY_ACTION: Readonly<Record<Action, { fields: Record<string, FormField>; required: string[] }>> = {
  NEW: {
    fields: {
      businessScope: from('enterprise.businessScope', text('经营范围', 'Business scope', 2_000)),
      taxAuthority: from('enterprise.taxpayer.authority', text('主管税务机关', 'Tax authority', 100)),
      premises: {
        ...titled('经营场所', 'Premises'),
        type: 'object',
        additionalProperties: false,
        required: ['address', 'areaM2'],
        properties: {
          address: text('地址', 'Address', 200),
          areaM2: {
            ...titled('面积（平方米）', 'Area in m²'),
            type: 'number',
            exclusiveMinimum: 0,
            maximum: 10_000_000,
          },
        },
      },
      opensOn: { ...titled('拟开始日期', 'Starts on'), type: 'string', format: 'date' },
      byCommitment: { ...titled('采用告知承诺', 'On a signed commitment'), type: 'boolean' },
    },
    required: ['premises'],
  },
  CHANGE: {
    fields: {
      changed: options('变更内容', 'What changes', [
        ['NAME', '名称', 'The name'],
        ['ADDRESS', '地址', 'The address'],
        ['PERSON', '负责人', 'The person in charge'],
        ['OTHER', '其他', 'Something else'],
      ]),
      before: text('变更前', 'Before', 500),
      after: text('变更后', 'After', 500),
    },
    required: ['changed', 'after'],
  },
  RENEW: {
    fields: {
      permitNumber: text('证照编号', 'Number of the permit', 64),
      hasChanged: { ...titled('条件是否变化', 'Conditions have changed'), type: 'boolean' },
    },
    required: ['hasChanged'],
  },
  CANCEL: {
    fields: {
      permitNumber: text('证照编号', 'Number of the permit', 64),
      reason: options('注销原因', 'Reason', [
        ['CLOSED', '停止经营', 'Business has ended'],
        ['MOVED', '迁出', 'Moved elsewhere'],
        ['OTHER', '其他', 'Another'],
      ]),
    },
    required: ['reason'],
  },
};

const PREFILL_OF_NAME = `query Prefill($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
    name
  }
}`;

/** What forms of an action take from other departments. Fields with `x-from` say where in the answer their values stand. */
const PREFILLS: Readonly<Record<Action, string>> = {
  NEW: `query Prefill($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
    name
    businessScope
    taxpayer {
      authority
    }
  }
}`,
  CHANGE: PREFILL_OF_NAME,
  RENEW: PREFILL_OF_NAME,
  CANCEL: PREFILL_OF_NAME,
};

/** The form of an offer, the same in every region. */
export function formOf(offer: Offer): FormSchema {
  if (isEntitled(offer)) return ENTITLED_FORM;
  const { name, action } = offer;
  const { fields, required } = BY_ACTION[action];
  return {
    $schema: FORM_DIALECT,
    ...titled(`${name}申请表`, NAMES[action]),
    type: 'object',
    additionalProperties: false,
    properties: { ...COMMON, ...fields },
    required: [...Object.keys(COMMON), ...required],
  };
}

export function prefillOf(offer: Offer): string {
  return isEntitled(offer) ? PREFILL_OF_NAME : PREFILLS[offer.action];
}

/** @param path where in the answer to the prefill the value stands */
function from(path: string, field: FormField): FormField {
  return { ...field, 'x-from': path };
}

function titled(title: string, english: string) {
  return { title, 'x-title-en': english };
}

function text(title: string, english: string, maxLength: number): FormField {
  return { ...titled(title, english), type: 'string', minLength: 1, maxLength };
}

function options(
  title: string,
  english: string,
  values: [value: string, title: string, english: string][],
): FormField {
  const oneOf = values.map(([value, ...names]): FormOption<string> => ({
    const: value,
    ...titled(...names),
  }));
  return { ...titled(title, english), type: 'string', oneOf };
}
