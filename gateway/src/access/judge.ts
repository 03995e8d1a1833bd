import type { AccessRule, Refusal } from '@yiwang/engine';
import type { Client, Grant, Purpose } from '@yiwang/identity';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import * as refusals from './refusals.ts';

/** Who asks, what for, and with which grants. */
export interface Asker {
  client: Client;
  purpose: Purpose | null;
  grants: readonly Grant[];
}

/** Whether the field may be read: null when it may. The first reason against it is told. */
export function judge(rule: AccessRule, { client, purpose, grants }: Asker): Refusal | null {
  const isOwner = ownsAll(client, rule);
  const isPublic = client.id === PUBLIC_CLIENT.id;
  if (rule.sharing === 'NOT_SHARED' && !isOwner) return refusals.notShared(rule);
  if (rule.authenticated && isPublic) return refusals.signIn(rule);
  if (!hasScopes(client, rule)) return refusals.scope(rule, isPublic);
  if (rule.sharing !== 'CONDITIONAL') return null;
  const isGranted = isOwner || grants.some(({ fields }) => fields.includes(rule.coordinate));
  if (!isGranted) return refusals.grant(rule, isPublic);
  return purpose === null ? refusals.purpose(rule) : null;
}

/** What several departments resolve is another's as well. */
function ownsAll({ department }: Client, { departments }: AccessRule): boolean {
  return department !== null && departments.length > 0 && departments.every((name) => name === department);
}

function hasScopes(client: Client, { scopes }: AccessRule): boolean {
  return scopes.length === 0 || scopes.some((all) => all.every((scope) => client.scopes.includes(scope)));
}
