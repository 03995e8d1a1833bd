import type { AccessRule, Caller, Denial } from '../../src/index.ts';

export { ACCESS_LINKS } from '@yiwang/testing/random-graph';

export interface TestCaller extends Caller {
  /** The rules that it was asked to judge, in order. */
  authorized: AccessRule[];
  /** The coordinates that are refused to it. */
  refused: readonly string[];
}

/**
 * A caller to whom these coordinates are refused, and nothing else.
 *
 * @param key also what vouches for it, with the coordinates it is asked for
 */
export function callerWithout(refused: readonly string[], key = `without ${refused.join()}`): TestCaller {
  const authorized: AccessRule[] = [];
  return {
    key,
    authorized,
    refused,
    authorize(rule) {
      authorized.push(rule);
      return refused.includes(rule.coordinate) ? denialOf(rule) : null;
    },
    assertionFor: (department, coordinates) => `${key}/${department}/${coordinates.join()}`,
  };
}

export function denialOf({ coordinate, sharing }: AccessRule): Denial {
  return {
    code: 'UNAUTHORIZED_FIELD',
    message: `${coordinate} is refused.`,
    extensions: { coordinate, sharing },
  };
}

/** The error of a refusal, as a client sees it. */
export function deniedAt(
  coordinate: string,
  path: readonly (string | number)[],
  sharing: string | null = 'CONDITIONAL',
) {
  return {
    message: `${coordinate} is refused.`,
    path,
    extensions: { code: 'UNAUTHORIZED_FIELD', coordinate, sharing },
  };
}

/** What arguments read, and what is shown masked, as departments link it. */
export const READS_LINKS = `
  extend schema
    @link(url: "https://specs.yiwang.dev/reads/v1.0", import: ["@reads"])
    @link(url: "https://specs.yiwang.dev/sensitive/v1.0", import: ["@sensitive"])
    @composeDirective(name: "@reads")
    @composeDirective(name: "@sensitive")
  directive @reads(fields: [String!]!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | FIELD_DEFINITION
  directive @sensitive(kind: SensitiveKind!) on FIELD_DEFINITION
  enum SensitiveKind { PERSON_NAME PHONE BANK_ACCOUNT IDENTITY_NUMBER }
`;
