/** Why the registry does not do what a known caller asks. Stable, as the codes of docs/errors.md. */
export type RefusalCode =
  | 'MALFORMED_NAME'
  | 'DUPLICATE_DEPARTMENT'
  | 'LOOK_ALIKE_NAME'
  | 'MALFORMED_URL'
  | 'FORBIDDEN_ADDRESS'
  | 'UNKNOWN_HOST'
  | 'MALFORMED_SDL'
  | 'SDL_TOO_LARGE'
  | 'LINT_FAILED'
  | 'COMPOSITION_FAILED'
  | 'BREAKING_CHANGES'
  | 'VARIANT_FAILED'
  | 'UNKNOWN_VERSION'
  | 'MALFORMED_REASON'
  | 'MALFORMED_KEY'
  | 'KEY_HELD_BY_ANOTHER'
  | 'KEY_REVOKED'
  | 'KEY_CONFIGURED'
  | 'UNKNOWN_KEY';

export interface UserErrorModel {
  code: RefusalCode;
  message: string;
  /** Path of the argument. */
  field: string[] | null;
}
