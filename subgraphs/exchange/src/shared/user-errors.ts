/** Why a command was rejected. These codes are stable, like those of docs/errors.md. */
export type UserErrorCode = RegistryErrorCode | SharingErrorCode;

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
export interface UserErrorModel {
  code: UserErrorCode;
  message: string;
  /** Path of the argument that it is about. Null when it is about none. */
  field: string[] | null;
}

/**
 * Rejects a command: its transaction is rolled back, and its payload lists the errors as `userErrors`.
 *
 * A PublicError instead fails the whole field, because the caller may not run the command at all.
 */
export class UserErrors extends Error {
  override readonly name: string = 'UserErrors';
  readonly userErrors: UserErrorModel[];

  /** @param userErrors at least one */
  constructor(userErrors: UserErrorModel[]) {
    super(userErrors.map(({ message }) => message).join(' '));
    this.userErrors = userErrors;
  }
}

/**
 * A rejection for one reason.
 *
 * @example throw userError('UNKNOWN_KEY', 'No such key is registered.', ['kid']);
 */
export function userError(code: UserErrorCode, message: string, field: string[] | null = null): UserErrors {
  return new UserErrors([{ code, message, field }]);
}

/** Runs a command. A rejected one has no result; any other error is thrown on. */
export async function catchUserErrors<Result>(
  command: () => Promise<Result>,
): Promise<{ result: Result | null; userErrors: UserErrorModel[] }> {
  try {
    return { result: await command(), userErrors: [] };
  } catch (error) {
    if (error instanceof UserErrors) return { result: null, userErrors: error.userErrors };
    throw error;
  }
}
