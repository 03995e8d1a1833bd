import { digestOf } from './digest.ts';

/** What a department publishes. */
export interface PublishedContent {
  department: string;
  url: string;
  sdl: string;
}

/** What a gateway says it runs. */
export interface RunningContent {
  variant: string;
  /** Null for none. */
  version?: number | null | undefined;
}

/** What a gateway says was asked. */
export interface OperationContent {
  variant: string;
  client?: string | null | undefined;
  clientVersion?: string | null | undefined;
  name?: string | null | undefined;
  digest: string;
  coordinates: readonly string[];
  count: number;
  errors: number;
  from: string;
  until: string;
}

/** What may be let through beside what is published or withdrawn; the defaults are those of the registry. */
export interface AdmissionContent {
  acceptBreaking?: boolean | undefined;
  /** For so many days it matters that somebody used what breaks. */
  days?: number | undefined;
}

/** A subgraph that is checked. */
export interface CheckContent {
  /** Null when it is not said. */
  url?: string | null | undefined;
  days?: number | undefined;
}

const DEFAULT_DAYS = 30;

// As a list for JSON.stringify, which writes fields in the order of the list: on its way an argument may be reordered.
const OPERATION_FIELDS = [
  'variant',
  'client',
  'clientVersion',
  'name',
  'digest',
  'coordinates',
  'count',
  'errors',
  'from',
  'until',
] satisfies (keyof OperationContent)[];

/**
 * The digest of what a credential allows, by its action: whoever signs and whoever verifies must write the same text.
 * An action's name stands first, so that no content of one action is that of another. Every argument that decides what
 * happens is part of it: what is not signed can be changed on the way.
 */
export const contents = {
  /** In any order. */
  publish: (subgraphs: readonly PublishedContent[], admission: AdmissionContent = {}): string =>
    digestOfList([
      'publish',
      partsOf(admission),
      ...[...subgraphs].sort(byDepartment).map(({ department, url, sdl }) => [department, url, sdl]),
    ]),

  check: (department: string, sdl: string, { url = null, days = DEFAULT_DAYS }: CheckContent = {}): string =>
    digestOfList(['check', department, sdl, url, days]),

  withdraw: (department: string, reason: string, admission: AdmissionContent = {}): string =>
    digestOfList(['withdraw', department, reason, partsOf(admission)]),

  checkWithdrawal: (department: string, days = DEFAULT_DAYS): string =>
    digestOfList(['checkWithdrawal', department, days]),

  rollback: (version: number, reason: string): string => digestOfList(['rollback', version, reason]),

  /**
   * @param change digest of what would change
   * @param standIn whether an operator approves in place of the department
   */
  approve: (department: string, change: string, days: number, standIn: boolean): string =>
    digestOfList(['approve', department, change, days, standIn]),

  withdrawApproval: (id: string): string => digestOfList(['withdrawApproval', id]),

  approvals: (department: string): string => digestOfList(['approvals', department]),

  /**
   * @param digest of what the change itself is signed for
   * @param of requirements that are waived, in any order
   */
  waive: (digest: string, of: readonly string[]): string => digestOfList(['waive', digest, [...of].sort()]),

  /** @param kid of the key that is registered, not of the one that signs */
  registerKey: (role: string, holder: string, kid: string): string =>
    digestOfList(['registerKey', role, holder, kid]),

  revokeKey: (kid: string): string => digestOfList(['revokeKey', kid]),

  /**
   * What a key holder reads of the registry.
   *
   * @param root name of the root field, such as `supergraph`
   * @param args its arguments with their defaults, but for the credential; null and undefined are one
   */
  read: (root: string, args: Readonly<Record<string, string | number | null | undefined>>): string =>
    digestOfList(['read', root, ...Object.entries(args).filter(isGiven).sort(byName)]),

  /**
   * What a department's own process shows of its schema.
   *
   * @param department its name
   */
  schema: (department: string): string => digestOfList(['schema', department]),

  /** @param after version of the grants that the gateway has; null for none */
  grants: (gateway: string, after: number | null): string => digestOfList(['grants', gateway, after]),

  /** @param running the argument as it is sent */
  report: (gateway: string, running: readonly RunningContent[]): string =>
    digestOfList(['report', gateway, JSON.stringify(running, ['variant', 'version'])]),

  /** @param operations the argument as it is sent */
  operations: (gateway: string, operations: readonly OperationContent[]): string =>
    digestOfList(['operations', gateway, digestOf(JSON.stringify(operations, OPERATION_FIELDS))]),

  /** @param journal the argument as it is sent */
  accesses: (gateway: string, journal: string): string =>
    digestOfList(['accesses', gateway, digestOf(journal)]),
};

export type Action = keyof typeof contents;

function partsOf({ acceptBreaking = false, days = DEFAULT_DAYS }: AdmissionContent): unknown[] {
  return [acceptBreaking, days];
}

function isGiven([, value]: [string, unknown]): boolean {
  return value != null;
}

function byName([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : Number(left > right);
}

function digestOfList(parts: readonly unknown[]): string {
  return digestOf(JSON.stringify(parts));
}

// By code unit, not by locale: the order must be the same on every machine.
function byDepartment(left: PublishedContent, right: PublishedContent): number {
  return left.department < right.department ? -1 : Number(left.department > right.department);
}
