import type { AccessRule, Denial } from '@yiwang/engine';
import type { Client, Grant, Purpose } from '@yiwang/identity';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import type { HeldMandates } from './mandates.ts';
import * as denials from './denials.ts';

/** Who is authorized: the client, its purpose and its active grants. */
export interface Principal {
  client: Client;
  purpose: Purpose | null;
  grants: readonly Grant[];
  /** False while the source of grants cannot be reached: the client may have others. */
  areGrantsKnown: boolean;
  mandates: HeldMandates;
}

/** Returns the first reason why the principal may not read a field; null when it may. */
export function authorizeField(rule: AccessRule, principal: Principal): Denial | null {
  const { client, purpose, grants, areGrantsKnown } = principal;
  const isOwner = ownsAll(client, rule);
  const isPublic = client.id === PUBLIC_CLIENT.id;
  if (rule.sharing === 'NOT_SHARED' && !isOwner) return denials.notShared(rule);
  if (rule.authenticated && isPublic) return denials.signIn(rule);
  if (!hasScopes(client, rule)) return denials.scope(rule, isPublic);
  if (rule.sharing !== 'CONDITIONAL') return null;
  if (isOwnData(rule, principal)) return null;
  const isGranted = isOwner || grants.some((grant) => covers(grant, rule.coordinate));
  if (!isGranted && !areGrantsKnown) return denials.unknownGrants(rule);
  if (!isGranted && mayActUnseen(rule, principal)) return denials.unknownMandates(rule);
  if (!isGranted) return denials.grant(rule, isPublic);
  return purpose === null ? denials.purpose(rule) : null;
}

/** Whether the person reads the field of some rows without a grant: of which ones, the subgraph decides. */
export function isOwnData(rule: AccessRule, { client, mandates }: Principal): boolean {
  const { user } = client;
  if (rule.sharing !== 'CONDITIONAL' || user === null || ownsAll(client, rule)) return false;
  return (
    rule.ownData.includes('PERSON') || (rule.ownData.includes('ENTERPRISE') && mandates.mandates.length > 0)
  );
}

/** Whether the person might read the field if its mandates could be read. */
function mayActUnseen({ ownData }: AccessRule, { client, mandates }: Principal): boolean {
  return client.user !== null && ownData.includes('ENTERPRISE') && !mandates.areKnown;
}

const EXISTENCE = '.__typename';

/** Whether a grant covers a coordinate. A grant for any field of a type also covers the existence of its rows. */
export function covers({ fields }: Grant, coordinate: string): boolean {
  if (!coordinate.endsWith(EXISTENCE)) return fields.includes(coordinate);
  const type = coordinate.slice(0, -EXISTENCE.length);
  return fields.some((field) => field.startsWith(`${type}.`));
}

/** Whether the client's department owns the field alone: what several subgraphs resolve belongs to others too. */
function ownsAll({ department }: Client, { subgraphs }: AccessRule): boolean {
  return department !== null && subgraphs.length > 0 && subgraphs.every((name) => name === department);
}

function hasScopes(client: Client, { scopes }: AccessRule): boolean {
  return scopes.length === 0 || scopes.some((all) => all.every((scope) => client.scopes.includes(scope)));
}
