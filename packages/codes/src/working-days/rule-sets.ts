import { z } from 'zod';

const days = z.number().int().min(1).max(1000);

const ruleSet = z.strictObject({
  /** The rule that says so. */
  basis: z.string().min(1),
  /** Working days to open what is shared without condition. */
  unconditionalDays: days,
  /** Working days to answer an application for what is shared with condition. */
  answerDays: days,
  /** Working days by which an answer may be put off, once and with consent; null for none. */
  extensionDays: days.nullable(),
  /** Working days from the approval to the data; null when the rule does not say. */
  deliveryDays: days.nullable(),
  /** Working days from a change to its place in the catalogue; null when the rule does not say. */
  catalogueDays: days.nullable(),
  /** Working days to answer a report of wrong data. */
  correctionDays: days,
  /** Days, of any kind, that a grant lasts at most. */
  longestGrantDays: z.number().int().min(1).max(36_600),
});

/** Limits that one rule sets. */
export type RuleSet = Readonly<z.infer<typeof ruleSet>>;

/** By name. Which is in force where is for the operator to say. */
export const RULE_SETS: Readonly<Record<string, RuleSet>> = {
  REGULATION_2025: {
    basis: '政务数据共享条例 (国务院令第809号)',
    unconditionalDays: 1,
    answerDays: 10,
    extensionDays: 10,
    deliveryDays: 20,
    catalogueDays: 10,
    correctionDays: 10,
    longestGrantDays: 1096,
  },
  MEASURES_2016: {
    basis: '政务信息资源共享管理暂行办法 (国发〔2016〕51号)',
    unconditionalDays: 1,
    answerDays: 10,
    extensionDays: null,
    deliveryDays: null,
    catalogueDays: null,
    correctionDays: 10,
    longestGrantDays: 1096,
  },
};

const ruleSets = z.record(z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/), ruleSet);

/**
 * Reads further rule sets, which replace those of the same name.
 *
 * @param json as {@link RULE_SETS}
 * @throws Error saying what is wrong with it
 */
export function parseRuleSets(json: string): Readonly<Record<string, RuleSet>> {
  const read = ruleSets.safeParse(JSON.parse(json));
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return { ...RULE_SETS, ...read.data };
}
