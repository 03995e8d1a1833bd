import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';
import { INDUSTRY_DIVISIONS, INDUSTRY_SECTIONS } from './industry-table.ts';

/** 门类, 大类, 中类, 小类. */
export const INDUSTRY_LEVELS = ['section', 'division', 'group', 'class'] as const;

export type IndustryLevel = (typeof INDUSTRY_LEVELS)[number];

export interface IndustryCode {
  code: string;
  level: IndustryLevel;
  /** A–T. */
  section: string;
  /** 2 digits; null for a section. */
  division: string | null;
  /** 3 digits; null for a section or division. */
  group: string | null;
  /** The code one level up; null for a section. */
  parent: string | null;
}

/**
 * An industry code (国民经济行业分类, GB/T 4754-2017): a letter for a section, 2 digits for a division,
 * 3 for a group, 4 for a class. Section and division must exist; of groups and classes only the form is checked.
 *
 * @throws CodeError LENGTH or CHARACTER
 */
export function parseIndustryCode(text: string): IndustryCode {
  if (Object.hasOwn(INDUSTRY_SECTIONS, text)) {
    return { code: text, level: 'section', section: text, division: null, group: null, parent: null };
  }
  if (text.length < 1 || text.length > 4) {
    throw new CodeError(
      'industry code',
      'LENGTH',
      `it must be 1 letter or 2 to 4 digits, not ${text.length} characters.`,
    );
  }
  if (!/^\d{2,4}$/.test(text)) {
    throw new CodeError('industry code', 'CHARACTER', 'it must be a letter from A to T, or 2 to 4 digits.');
  }
  const division = text.slice(0, 2);
  const section = sectionOfDivision(division);
  if (section === null) {
    throw new CodeError(
      'industry code',
      'CHARACTER',
      'the first two digits must be a division from 01 to 97.',
    );
  }
  const parent = text.length === 2 ? section : text.slice(0, -1);
  const group = text.length > 2 ? text.slice(0, 3) : null;
  return { code: text, level: INDUSTRY_LEVELS[text.length - 1]!, section, division, group, parent };
}

export function isIndustryCode(text: string): boolean {
  return accepts(parseIndustryCode, text);
}

/** The section (A–T) that a division belongs to: 65 → I. Null when there is no such division. */
export function sectionOfDivision(division: string): string | null {
  return INDUSTRY_DIVISIONS.get(division)?.section ?? null;
}

/**
 * The Chinese name of a section or division; of a group or class, whose names are not kept here, null.
 *
 * @throws CodeError as {@link parseIndustryCode}
 */
export function nameOfIndustry(code: string): string | null {
  const { level } = parseIndustryCode(code);
  if (level === 'section') return INDUSTRY_SECTIONS[code as keyof typeof INDUSTRY_SECTIONS];
  return INDUSTRY_DIVISIONS.get(code)?.name ?? null;
}
