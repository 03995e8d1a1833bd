import type { Db } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { FORM_DIALECT, type FormSchema } from '@yiwang/subgraph-kit/forms';
import { itemVersions } from '../items/item-tables.ts';

/** The version of items of which none is published. */
export const PLAIN_VERSION = 0;

export const PLAIN_FORM: FormSchema = {
  $schema: FORM_DIALECT,
  title: '申请表',
  'x-title-en': 'Application',
  type: 'object',
  additionalProperties: false,
  required: ['contact', 'phone'],
  properties: {
    contact: { title: '联系人', 'x-title-en': 'Contact', type: 'string', minLength: 1, maxLength: 50 },
    phone: { title: '联系电话', 'x-title-en': 'Phone', type: 'string', format: 'phone' },
    address: { title: '地址', 'x-title-en': 'Address', type: 'string', maxLength: 200 },
    remarks: { title: '备注', 'x-title-en': 'Remarks', type: 'string', maxLength: 2000 },
  },
};

/** Reads the form of an item at a version, within the transaction that needs it, if there is one. */
export type ReadForm = (db: Db, itemCode: string, version: number) => Promise<FormSchema>;

/** Forms that are kept in memory: a version that was published does not change. */
const MAX_KEPT = 500;

export function createReadForm(): ReadForm {
  const kept = new LRUCache<string, FormSchema>({ max: MAX_KEPT });
  return async (db, itemCode, version) => {
    if (version === PLAIN_VERSION) return PLAIN_FORM;
    const key = `${itemCode} ${version}`;
    const before = kept.get(key);
    if (before) return before;
    const [form] = await db
      .select({ schema: itemVersions.form })
      .from(itemVersions)
      .where(and(eq(itemVersions.itemCode, itemCode), eq(itemVersions.version, version)));
    if (!form) throw new Error(`${itemCode} has no version ${version}.`);
    kept.set(key, form.schema);
    return form.schema;
  };
}
