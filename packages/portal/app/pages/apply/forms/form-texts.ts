import { useTexts } from '../../../language/text.tsx';
import type { ShownProblem } from './error-summary.tsx';
import type { FormProblem, UserError } from './form-action.ts';
import { fieldAt, pathOfAbout, type FormObject, type FormStep } from './form-schema.ts';

/** Codes of refusals for which there is a sentence of its own. */
const TOLD = new Set([
  'WRONG_STATE',
  'STALE_VERSION',
  'NO_MANDATE',
  'UNKNOWN_NUMBER',
  'UNKNOWN_ITEM',
  'UNKNOWN_MATTER',
  'WRONG_REGION',
  'NO_STORAGE',
  'MATERIAL_EMPTY',
  'MATERIAL_TOO_LARGE',
  'TOO_MANY_MATERIALS',
  'UNKNOWN_UPLOAD',
  'ALREADY_RATED',
  'MALFORMED_RATING',
  'MALFORMED_TEXT',
  'NOTHING_RETURNED',
  'NO_PREFILL',
  'IDEMPOTENCY_KEY_REUSED',
  'UNKNOWN_OFFER',
  'NOT_LEGAL_REPRESENTATIVE',
  'ENTERPRISE_CLOSED',
  'MALFORMED_PERSON',
  'MALFORMED_ITEM',
  'NO_ITEMS',
  'UNTIL_PASSED',
  'UNTIL_TOO_LATE',
  'OWN_MANDATE',
  'TOO_MANY_MANDATES',
]);

/** Codes of requests that nobody answered: they may be sent again. */
const AWAY = new Set(['NO_ANSWER', 'DEPARTMENT_UNAVAILABLE', 'OPERATION_TIMEOUT', 'INTERNAL']);

/** What forms say in the language of the page. */
export function useFormTexts(schema: FormObject | null) {
  const { t, pick } = useTexts();

  /** The title of a field, with that of the group or row it is in. */
  function titleOf(path: string): string {
    if (!schema) return path;
    const keys = path.split('.');
    const titles = keys.flatMap((key, i) => {
      const field = fieldAt(schema, keys.slice(0, i + 1).join('.'));
      if (!field) return [];
      const title = pick(field.title, field['x-title-en']);
      return [/^\d+$/.test(key) ? t('forms.row', { title: '', number: Number(key) + 1 }).trim() : title];
    });
    return titles.join(t('forms.within')) || path;
  }

  function wrongText({ path, wrong, values, message }: FormProblem): string {
    if (wrong === 'DEFECT') return message ?? '';
    if (wrong === 'ANSWER_IN_USE') {
      const before = answerText(path, values?.['before']);
      return t('forms.wrong.ANSWER_IN_USE', { before, has: before === '' ? 'no' : 'yes' });
    }
    if (message !== undefined && wrong === 'OTHER') return t('forms.wrong.OTHER', { message });
    return t(`forms.wrong.${wrong}`, values);
  }

  /** A single answer as people read it; empty for none, and for groups and lists. */
  function answerText(path: string, answer: unknown): string {
    const field = schema && fieldAt(schema, path);
    if (answer === undefined || typeof answer === 'object') return '';
    if (typeof answer === 'boolean') return t(answer ? 'forms.yes' : 'forms.no');
    const option = field && 'oneOf' in field ? field.oneOf?.find((one) => one.const === answer) : undefined;
    return option ? pick(option.title, option['x-title-en']) : String(answer);
  }

  /** What officials name, by the title that it has in the form. */
  function titleOfAbout(about: string): string {
    const path = schema && pathOfAbout(schema, about);
    return path ? titleOf(path) : about;
  }

  return {
    titleOf,
    titleOfAbout,
    wrongText,
    problemLine: (problem: FormProblem, to: string | null): ShownProblem => ({
      // A refusal of the whole form is about no field.
      to: problem.path === '' ? null : to,
      title: problem.path === '' ? null : titleOf(problem.path),
      text: wrongText(problem),
    }),
    nameOfStep({ names }: FormStep): string {
      const titles = names.map((name) => {
        const field = schema!.properties[name]!;
        return pick(field.title, field['x-title-en']);
      });
      return titles.length <= 2
        ? titles.join(t('forms.and'))
        : t('forms.stepOf', { first: titles[0], all: titles.length });
    },
    /** Why the graph did nothing: in words of our own where there are some, else in those of the department. */
    refusal({ code, message }: Pick<UserError, 'code' | 'message'>): { text: string; isForeign: boolean } {
      if (AWAY.has(code)) return { text: t('forms.noAnswer'), isForeign: false };
      return TOLD.has(code)
        ? { text: t(`forms.refused.${code}`), isForeign: false }
        : { text: t('forms.refused.other', { message }), isForeign: false };
    },
  };
}
