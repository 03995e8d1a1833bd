import { type Db, UserErrors, type UserErrorModel } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import { and, eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { checkForm } from '../items/forms/check-form.ts';
import { FORM_DIALECT, type FormSchema } from '../items/forms/form-schema.ts';
import { isObject, pathText } from '../items/problem.ts';
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

/**
 * Checks answers against a form.
 *
 * @param isPartial true while the form is being filled in: what is missing is no problem yet
 * @param at path of the argument that holds the answers
 * @throws UserErrors MALFORMED_FORM, one for each answer that is wrong
 */
export function checkAnswers(
  schema: FormSchema,
  answers: unknown,
  isPartial: boolean,
  at: readonly string[],
): asserts answers is Record<string, unknown> {
  const problems = checkForm(schema, answers, { isPartial });
  const unkept = problems.length === 0 ? findUnkept(answers, []) : null;
  if (unkept) {
    problems.push({
      path: unkept,
      code: 'MALFORMED',
      message: `${pathText(unkept)} must not contain U+0000 or half of a character.`,
    });
  }
  if (problems.length === 0) return;
  throw new UserErrors(
    problems.map(({ path, message }): UserErrorModel<CaseErrorCode> => ({
      code: 'MALFORMED_FORM',
      message,
      field: [...at, ...path],
    })),
  );
}

/** The path of a text that PostgreSQL does not keep; null when there is none. The answers are bounded by then. */
function findUnkept(value: unknown, path: string[]): string[] | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (!isObject(value) && !Array.isArray(value)) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = findUnkept(member, [...path, name]);
    if (found) return found;
  }
  return null;
}
