import type { AccessRule, Refusal } from '@yiwang/engine';
import { codeOf } from '@yiwang/composition/resource-code';

/** What a caller is missing. */
type Reason = 'NOT_SHARED' | 'SIGN_IN' | 'SCOPE' | 'GRANT' | 'PURPOSE';

/** These types hold no data of their own. */
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

const SIGN_IN =
  'Sign in: send the header authorization with Bearer and a token of an issuer that is trusted here.';

export function notShared(rule: AccessRule): Refusal {
  const basis = rule.basis ? ` by ${rule.basis}` : '';
  return refuse(
    rule,
    'NOT_SHARED',
    `is not shared${basis}`,
    'Leave the field out: nobody but its own department is given it.',
  );
}

export function signIn(rule: AccessRule): Refusal {
  return refuse(rule, 'SIGN_IN', 'is for those who have signed in', SIGN_IN);
}

export function scope(rule: AccessRule, isPublic: boolean): Refusal {
  const wanted = rule.scopes.map((all) => all.join(' and ')).join(', or ');
  return refuse(
    rule,
    'SCOPE',
    `needs the scope ${wanted}`,
    isPublic ? SIGN_IN : 'Ask whoever issues your tokens for the scope.',
  );
}

export function grant(rule: AccessRule, isPublic: boolean): Refusal {
  const basis = rule.basis ? ` by ${rule.basis}` : '';
  const apply = 'apply with the mutation applyForSharing, naming the data resource and the fields.';
  return refuse(
    rule,
    'GRANT',
    `is shared with condition${basis}, and no grant of this client is in force`,
    isPublic ? `${SIGN_IN} Then ${apply}` : `To have it, ${apply}`,
  );
}

export function purpose(rule: AccessRule): Refusal {
  return refuse(
    rule,
    'PURPOSE',
    'is shared with condition, and the call does not say what it is read for',
    'Send the headers purpose-basis (legal basis), purpose-case (case number) and purpose-requester (who wants to know), in percent encoding.',
  );
}

function refuse(rule: AccessRule, reason: Reason, problem: string, howTo: string): Refusal {
  const { coordinate, sharing } = rule;
  const resource = resourceOf(rule);
  const of = resource === null ? '' : ` of the data resource ${resource}`;
  const code = reason === 'PURPOSE' ? 'PURPOSE_REQUIRED' : 'UNAUTHORIZED_FIELD';
  return {
    code,
    message: `${coordinate}${of} ${problem}. ${howTo}`,
    extensions: { code, coordinate, resource, sharing, reason, howTo },
  };
}

/** Code of the data resource that the field belongs to, as the catalogue names it; null where it belongs to none. */
function resourceOf({ coordinate, departments }: AccessRule): string | null {
  const [type] = coordinate.split('.');
  const [department] = departments;
  return type === undefined || department === undefined || ROOTS.has(type) ? null : codeOf(department, type);
}
