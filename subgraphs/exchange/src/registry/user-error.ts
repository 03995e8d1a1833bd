/** Why the exchange does not do what a known caller asks. Stable, as the codes of docs/errors.md. */
export type RefusalCode = RegistryRefusalCode | SharingRefusalCode;

type RegistryRefusalCode =
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
  | 'UNKNOWN_DEPARTMENT'
  | 'LAST_DEPARTMENT'
  | 'MALFORMED_REASON'
  | 'MALFORMED_KEY'
  | 'KEY_HELD_BY_ANOTHER'
  | 'KEY_REVOKED'
  | 'KEY_CONFIGURED'
  | 'UNKNOWN_KEY';

type SharingRefusalCode =
  | 'UNKNOWN_NUMBER'
  | 'WRONG_STATE'
  | 'MALFORMED_TEXT'
  | 'NO_FIELDS'
  | 'TOO_MANY_FIELDS'
  | 'UNKNOWN_FIELD'
  | 'FIELD_IS_OPEN'
  | 'FIELD_IS_NOT_SHARED'
  | 'SEVERAL_DEPARTMENTS'
  | 'AMBIGUOUS_DEPARTMENT'
  | 'OWN_DATA'
  | 'NO_REGIONS'
  | 'TOO_MANY_REGIONS'
  | 'UNKNOWN_REGION'
  | 'WIDER_THAN_ASKED'
  | 'UNTIL_PASSED'
  | 'UNTIL_TOO_LATE'
  | 'RENEWAL_PENDING'
  | 'NO_EXTENSION';

export interface UserErrorModel {
  code: RefusalCode;
  message: string;
  /** Path of the argument. */
  field: string[] | null;
}
