import {
  catchUserErrors as catchAnyUserErrors,
  type IdempotencyErrorCode,
  userError as anyUserError,
  type UserErrorModel as AnyUserError,
  UserErrors as AnyUserErrors,
} from '@yiwang/subgraph-kit';

/** Why a command was rejected. These codes are stable, like those of docs/errors.md. */
export type UserErrorCode = RegistryErrorCode | SharingErrorCode | IdempotencyErrorCode;

type RegistryErrorCode =
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
  | 'CONSENT_REQUIRED'
  | 'UNKNOWN_CHANGE'
  | 'UNKNOWN_APPROVAL'
  | 'APPROVAL_CLOSED'
  | 'STAND_IN_REQUIRED'
  | 'CALLERS_NOT_VERIFIED'
  | 'RULES_NOT_ENFORCED'
  | 'DEPARTMENT_UNREACHABLE'
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

type SharingErrorCode =
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
  | 'MALFORMED_OPERATION'
  | 'OWN_DATA'
  | 'NO_REGIONS'
  | 'TOO_MANY_REGIONS'
  | 'UNKNOWN_REGION'
  | 'WIDER_THAN_ASKED'
  | 'UNTIL_PASSED'
  | 'UNTIL_TOO_LATE'
  | 'RENEWAL_PENDING'
  | 'NO_EXTENSION';

/** One entry of a payload's `userErrors`. */
export type UserErrorModel = AnyUserError<UserErrorCode>;

export type UserErrors = AnyUserErrors<UserErrorCode>;
export const UserErrors = AnyUserErrors<UserErrorCode>;

/** As the kit's, with the codes of this department. */
export const userError = anyUserError<UserErrorCode>;
export const catchUserErrors = <Result>(command: () => Promise<Result>) =>
  catchAnyUserErrors<Result, UserErrorCode>(command);
