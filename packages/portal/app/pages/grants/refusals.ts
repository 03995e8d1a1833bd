import { useTexts } from '../../language/text.tsx';

/** Codes of refusals for which there is a sentence of its own. */
const TOLD: ReadonlySet<string> = new Set([
  'FIELD_IS_OPEN',
  'FIELD_IS_NOT_SHARED',
  'UNKNOWN_FIELD',
  'OWN_DATA',
  'UNTIL_PASSED',
  'UNTIL_TOO_LATE',
  'MALFORMED_TEXT',
  'UNKNOWN_REGION',
  'SEVERAL_DEPARTMENTS',
  'WRONG_STATE',
  'UNKNOWN_NUMBER',
]);

/** Why the exchange did nothing: in words of our own where there are some, else in its own. */
export function useRefusals(): (error: { code: string; message: string }) => string {
  const { t } = useTexts();
  return ({ code, message }) =>
    TOLD.has(code) ? t(`grants.error.${code}`) : t('grants.error.other', { message });
}
