import { checkFormSchema, isFormSchema, type Problem } from '@yiwang/subgraph-kit/forms';
import { checkPrefill } from '@yiwang/subgraph-kit/prefill';
import { checkGuide } from '../guides/check-guide.ts';
import type { Guide } from '../guides/guide.ts';
import type { ItemUserErrorModel } from '../item-models.ts';
import { checkDecisionTable } from '../rules/check-decision-table.ts';
import { checkEntitlement } from '../../offers/check-entitlement.ts';
import type { Entitlement } from '../../offers/entitlement.ts';

/** What a version says. Form and rules are whatever JSON an official sent, until they are checked. */
export interface VersionContent {
  guide: Guide;
  form: unknown;
  rules: unknown;
  prefill: string | null;
  entitlement?: Entitlement | null;
}

/** What is found about a version: what keeps it from being published, and what does not. */
export interface CheckedContent {
  errors: ItemUserErrorModel[];
  warnings: ItemUserErrorModel[];
}

/**
 * Checks all that is published with a version. Rules are checked when guide and form, which they read, are sound.
 *
 * @param path of the argument that holds the content; empty where none does
 */
export function checkContent(
  { guide, form, rules, prefill, entitlement = null }: VersionContent,
  path: string[],
): CheckedContent {
  const errors = [
    ...located(checkGuide(guide), [...path, 'guide']),
    ...located(checkFormSchema(form), [...path, 'form']),
    ...located(prefill === null ? [] : checkPrefill(prefill), [...path, 'prefill']),
    ...located(entitlement === null ? [] : checkEntitlement(entitlement, form), [...path, 'entitlement']),
  ];
  if (errors.length > 0 || !isFormSchema(form)) return { errors, warnings: [] };
  const checked = checkDecisionTable(rules, form, guide);
  return {
    errors: located(checked.problems, [...path, 'rules']),
    warnings: located(checked.warnings, [...path, 'rules']),
  };
}

function located(
  problems: readonly Problem<ItemUserErrorModel['code']>[],
  path: string[],
): ItemUserErrorModel[] {
  return problems.map((problem) => ({
    code: problem.code,
    message: problem.message,
    field: [...path, ...problem.path],
  }));
}
