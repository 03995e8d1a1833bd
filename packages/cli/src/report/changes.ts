import type { OperationUsage, SchemaChange } from '../registry/answers.ts';
import { countOf, indent, moment, style } from './style.ts';

/** `usedBy` is left out where nobody knows who would notice. */
type Change = Omit<SchemaChange, 'usedBy' | 'consentOf'> &
  Partial<Pick<SchemaChange, 'usedBy' | 'consentOf'>>;

/** More users than these of one change are counted, not listed. */
const USERS_SHOWN = 5;
/** Nobody reads more that harms nobody. */
const SAFE_SHOWN = 20;

/** What changes, worst first, and for whom. Null when nothing does. */
export function describeChanges(changes: readonly Change[]): string | null {
  const breaking = changes.filter(({ severity }) => severity === 'BREAKING');
  const dangerous = changes.filter(({ severity }) => severity === 'DANGEROUS');
  const safe = changes.filter(({ severity }) => severity === 'SAFE');
  const parts = [
    section(style.bad('Breaks'), breaking, '✗'),
    section(style.odd('May surprise clients'), dangerous, '!'),
    section('Changes', safe.slice(0, SAFE_SHOWN), '·'),
    safe.length > SAFE_SHOWN ? `  and ${safe.length - SAFE_SHOWN} more, which --json lists` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('\n') : null;
}

function section(title: string, changes: readonly Change[], mark: string): string | null {
  if (changes.length === 0) return null;
  return [`${title}:`, ...changes.map((change) => indent(describeChange(change, mark)))].join('\n');
}

function describeChange({ severity, message, usedBy, consentOf = [] }: Change, mark: string): string {
  const text = `${mark} ${message}`;
  if (usedBy === undefined) return text;
  if (consentOf.length > 0)
    return `${text}\n    ${style.faint(`needs the consent of ${consentOf.join(', ')}`)}`;
  if (usedBy.length > 0) return [text, indent(describeUsers(usedBy), '    ')].join('\n');
  return severity === 'BREAKING' ? `${text}\n    ${style.faint('no client uses it')}` : text;
}

export function describeUsers(users: readonly OperationUsage[]): string {
  const more = users.length - USERS_SHOWN;
  return [
    ...users.slice(0, USERS_SHOWN).map((user) => `for ${describeUser(user)}`),
    ...(more > 0 ? [`and ${countOf(more, 'more operation')}`] : []),
  ].join('\n');
}

function describeUser({ client, clientVersion, operation, digest, calls, lastAt }: OperationUsage): string {
  const who = client === null ? 'a client that does not name itself' : nameOf(client, clientVersion);
  const what = operation === null ? `an operation without a name (${digest.slice(0, 12)})` : operation;
  return `${style.strong(who)}: ${what}, ${countOf(calls, 'call')}, last ${moment(lastAt)}`;
}

export function nameOf(client: string, version: string | null): string {
  return version === null ? client : `${client} ${version}`;
}
