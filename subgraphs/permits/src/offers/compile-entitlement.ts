import { type GatewayClient, readSharingNeeds } from '@yiwang/subgraph-kit/prefill';
import { LRUCache } from 'lru-cache';
import type { ItemErrorCode } from '../generated/types.ts';
import { readList } from './check-entitlement.ts';
import { mayPass } from './may-pass.ts';
import type { Entitlement } from './entitlement.ts';
import type { OfferEvidence } from './offer-tables.ts';

/** An entitlement that was checked against the one schema. */
export interface CompiledEntitlement extends Entitlement {
  root: string;
  takesRegion: boolean;
  takesUsccs: boolean;
  /** What is read of each enterprise, each coordinate once. */
  evidence: Omit<OfferEvidence, 'readAt'>[];
}

export interface EntitlementProblem {
  code: Extract<
    ItemErrorCode,
    'MALFORMED_ENTITLEMENT' | 'UNKNOWN_PATH' | 'FIELD_IS_NOT_SHARED' | 'GATEWAY_UNAVAILABLE'
  >;
  message: string;
}

export interface Entitlements {
  /** Checks it against the one schema, as it is now. Null is no problem: nobody is offered the item. */
  check(entitlement: Entitlement | null): Promise<EntitlementProblem[]>;
  /** Like check; what was found before is used for some time. */
  compile(entitlement: Entitlement): Promise<CompiledEntitlement | EntitlementProblem[]>;
}

/** The one schema changes: what was compiled before is compiled again. */
const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 500;

/**
 * Checks who is entitled against the schema that is published now. The gateway is asked as the department's own client, with the scope
 * sharing:apply.
 *
 * @param client null where no gateway is set
 */
export function createEntitlements(client: GatewayClient | null): Entitlements {
  const kept = new LRUCache<string, CompiledEntitlement>({ max: MAX_KEPT, ttl: KEPT_MS });
  return {
    async check(entitlement) {
      const compiled = entitlement === null ? [] : await compile(client, entitlement);
      return Array.isArray(compiled) ? compiled : [];
    },
    async compile(entitlement) {
      const key = JSON.stringify(entitlement);
      const compiled = kept.get(key) ?? (await compile(client, entitlement));
      if (!Array.isArray(compiled)) kept.set(key, compiled);
      return compiled;
    },
  };
}

async function compile(
  client: GatewayClient | null,
  entitlement: Entitlement,
): Promise<CompiledEntitlement | EntitlementProblem[]> {
  const { document, subject, conditions } = entitlement;
  const list = readList(document);
  if (typeof list === 'string') return [{ code: 'MALFORMED_ENTITLEMENT', message: list }];
  if (client === null) {
    return [unavailable('this department has no gateway (GATEWAY_URL).')];
  }
  let selected;
  try {
    const needs = await readSharingNeeds(client, document);
    if (!needs.selected) {
      const [error] = needs.errors;
      const message = error?.message ?? 'The document could not be checked.';
      return [error && !mayPass(error) ? { code: 'MALFORMED_ENTITLEMENT', message } : unavailable(message)];
    }
    selected = needs.selected;
  } catch (error) {
    return [unavailable((error as Error).message)];
  }
  const prefix = `${list.root}.edges.node.`;
  const ofNode = selected.filter(({ path }) => path.startsWith(prefix));
  const provided = new Set(
    ofNode.flatMap(({ path, departments }) => (departments.length > 0 ? [path.slice(prefix.length)] : [])),
  );
  const read = new Set([subject, ...conditions.flatMap(({ when }) => Object.keys(when))]);
  const problems = [
    ...[...read]
      .filter((path) => !provided.has(path))
      .map((path): EntitlementProblem => ({
        code: 'UNKNOWN_PATH',
        message: `The document selects no value of a department at ${prefix}${path}.`,
      })),
    ...selected
      .filter(({ sharing }) => sharing === 'NOT_SHARED')
      .map(({ coordinate }): EntitlementProblem => ({
        code: 'FIELD_IS_NOT_SHARED',
        message: `${coordinate} is not shared: no department can be granted it.`,
      })),
  ];
  if (problems.length > 0) return problems;
  const evidence = new Map<string, CompiledEntitlement['evidence'][number]>();
  for (const { coordinate, departments, sharing } of ofNode) {
    if (departments.length === 0 || sharing === null || sharing === 'NOT_SHARED') continue;
    evidence.set(coordinate, { coordinate, department: departments[0]!.name, sharing });
  }
  return {
    ...entitlement,
    root: list.root,
    takesRegion: list.variables.has('region'),
    takesUsccs: list.variables.has('usccs'),
    evidence: [...evidence.values()],
  };
}

function unavailable(why: string): EntitlementProblem {
  return { code: 'GATEWAY_UNAVAILABLE', message: `Who is entitled cannot be checked: ${why}` };
}
