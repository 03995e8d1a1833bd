import type { AccessRule, Caller, Refusal } from '../../src/index.ts';

/** As departments link them. */
export const ACCESS_LINKS = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
      "@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override",
      "@context", "@fromContext", "@composeDirective", "@authenticated", "@requiresScopes"
    ])
    @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
    @composeDirective(name: "@sharing")
  directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
  enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
  enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
`;

export interface TestCaller extends Caller {
  /** The rules that it was asked to judge, in order. */
  judged: AccessRule[];
}

/**
 * A caller to whom these coordinates are refused, and nothing else.
 *
 * @param key also what vouches for it, with the coordinates it is asked for
 */
export function callerWithout(refused: readonly string[], key = `without ${refused.join()}`): TestCaller {
  const judged: AccessRule[] = [];
  return {
    key,
    judged,
    judge(rule) {
      judged.push(rule);
      return refused.includes(rule.coordinate) ? refusalOf(rule) : null;
    },
    assertionFor: (department, coordinates) => `${key}/${department}/${coordinates.join()}`,
  };
}

export function refusalOf({ coordinate, sharing }: AccessRule): Refusal {
  return {
    code: 'UNAUTHORIZED_FIELD',
    message: `${coordinate} is refused.`,
    extensions: { coordinate, sharing },
  };
}

/** The error of a refusal, as a client sees it. */
export function refusedAt(
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
