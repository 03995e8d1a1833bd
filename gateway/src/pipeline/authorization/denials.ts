import type { AccessRule, Denial } from '@yiwang/engine';
import { codeOf } from '@yiwang/composition/resource-code';

/** What a principal lacks. */
type Reason =
  'NOT_SHARED' | 'SIGN_IN' | 'SCOPE' | 'GRANT' | 'GRANTS_UNKNOWN' | 'MANDATES_UNKNOWN' | 'PURPOSE';

/** The codes of reasons that are not UNAUTHORIZED_FIELD. */
const CODES: Partial<Record<Reason, Denial['code']>> = {
  PURPOSE: 'PURPOSE_REQUIRED',
  GRANTS_UNKNOWN: 'GRANTS_UNAVAILABLE',
  MANDATES_UNKNOWN: 'GRANTS_UNAVAILABLE',
};

/** Types that hold no data of their own. */
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

const SIGN_IN =
  'Sign in: send the header authorization: "Bearer <token>", with a token of an issuer that this gateway trusts.';

export function notShared(rule: AccessRule): Denial {
  const basis = rule.basis ? ` by ${rule.basis}` : '';
  return deny(
    rule,
    'NOT_SHARED',
    `is not shared${basis}`,
    'Leave the field out: only its own department may read it.',
  );
}

export function signIn(rule: AccessRule): Denial {
  return deny(rule, 'SIGN_IN', 'is for clients that have signed in', SIGN_IN);
}

export function scope(rule: AccessRule, isPublic: boolean): Denial {
  const wanted = rule.scopes.map((all) => all.join(' and ')).join(', or ');
  return deny(
    rule,
    'SCOPE',
    `needs the scope ${wanted}`,
    isPublic ? SIGN_IN : 'Ask the issuer of your tokens for the scope.',
  );
}

export function grant(rule: AccessRule, isPublic: boolean): Denial {
  const basis = rule.basis ? ` by ${rule.basis}` : '';
  const wanted = rule.anyOf ? 'one or more of its fields' : 'the fields listed in applyFor';
  const apply = `apply with the mutation applyForOperation and this operation, or with applyForSharing naming ${wanted}.`;
  const denial = deny(
    rule,
    'GRANT',
    `is shared with condition${basis}, and this client has no active grant for it`,
    isPublic ? `${SIGN_IN} Then ${apply}` : `To have it, ${apply}`,
  );
  // Existence is granted with any field of the rows, never alone.
  return { ...denial, isGrantable: rule.anyOf === undefined };
}

export function unknownGrants(rule: AccessRule): Denial {
  return deny(
    rule,
    'GRANTS_UNKNOWN',
    'is shared with condition, and the gateway cannot reach the registry of grants at the moment',
    'Try again in a moment; the grants of this client remain in force.',
  );
}

export function unknownMandates(rule: AccessRule): Denial {
  return deny(
    rule,
    'MANDATES_UNKNOWN',
    'is open to those who act for the enterprise, and the gateway cannot read mandates at the moment',
    'Try again in a moment.',
  );
}

export function purpose(rule: AccessRule): Denial {
  return deny(
    rule,
    'PURPOSE',
    'is shared with condition, and the request names no purpose',
    'Send the headers purpose-basis (legal basis), purpose-case (case number) and purpose-requester (who wants to know), in percent encoding.',
  );
}

function deny(rule: AccessRule, reason: Reason, problem: string, howTo: string): Denial {
  const { coordinate, sharing, anyOf } = rule;
  const resource = resourceOf(rule);
  const of = resource === null ? '' : ` of the data resource ${resource}`;
  // Existence is not granted alone: a grant for one of these fields includes it.
  const fields = anyOf && { fields: anyOf.map((one) => one.coordinate) };
  const subject = anyOf ? `The existence of ${coordinate.split('.')[0]} rows` : coordinate;
  const code = CODES[reason] ?? 'UNAUTHORIZED_FIELD';
  return {
    code,
    message: `${subject}${of} ${problem}. ${howTo}`,
    extensions: { code, coordinate, ...fields, resource, sharing, reason, howTo },
  };
}

/** Returns the catalogue's code of the data resource that the field belongs to; null where it belongs to none. */
function resourceOf({ coordinate, subgraphs }: AccessRule): string | null {
  const [type] = coordinate.split('.');
  const [department] = subgraphs;
  return type === undefined || department === undefined || ROOTS.has(type) ? null : codeOf(department, type);
}
