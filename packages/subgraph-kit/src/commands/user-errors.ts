/**
 * One entry of a payload's `userErrors`.
 *
 * @typeParam Code the department's codes, as its schema lists them
 */
export interface UserErrorModel<Code extends string = string> {
  code: Code;
  message: string;
  /** Path of the argument that it is about. Null when it is about none. */
  field: string[] | null;
}

/**
 * Rejects a command: its transaction is rolled back, and its payload lists the errors as `userErrors`.
 *
 * A PublicError instead fails the whole field, because the caller may not run the command at all.
 */
export class UserErrors<Code extends string = string> extends Error {
  override readonly name: string = 'UserErrors';
  readonly userErrors: UserErrorModel<Code>[];

  /** @param userErrors at least one */
  constructor(userErrors: UserErrorModel<Code>[]) {
    super(userErrors.map(({ message }) => message).join(' '));
    this.userErrors = userErrors;
  }
}

/**
 * A rejection for one reason.
 *
 * @example throw userError('UNKNOWN_KEY', 'No such key is registered.', ['kid']);
 */
export function userError<Code extends string>(
  code: Code,
  message: string,
  field: string[] | null = null,
): UserErrors<Code> {
  return new UserErrors([{ code, message, field }]);
}

/** What a command came to: a result, or the reasons why it was rejected. */
export interface Outcome<Result, Code extends string = string> {
  result: Result | null;
  userErrors: UserErrorModel<Code>[];
}

/**
 * Runs a command. A rejected one has no result; any other error is thrown on.
 *
 * @typeParam Code the codes with which the command may be rejected; what an error holds at run time cannot be checked against them
 */
export async function catchUserErrors<Result, Code extends string = string>(
  command: () => Promise<Result>,
): Promise<Outcome<Result, Code>> {
  try {
    return { result: await command(), userErrors: [] };
  } catch (error) {
    if (error instanceof UserErrors) return { result: null, userErrors: error.userErrors };
    throw error;
  }
}
