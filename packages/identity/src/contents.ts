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
 * An action's name stands first, so that no content of one action is that of another.
 */
export const contents = {
  /** In any order. */
  publish: (subgraphs: readonly PublishedContent[]): string =>
    digestOfList([
      'publish',
      ...[...subgraphs].sort(byDepartment).map(({ department, url, sdl }) => [department, url, sdl]),
    ]),

  check: (department: string, sdl: string): string => digestOfList(['check', department, sdl]),

  withdraw: (department: string, reason: string): string => digestOfList(['withdraw', department, reason]),

  checkWithdrawal: (department: string): string => digestOfList(['checkWithdrawal', department]),

  rollback: (version: number, reason: string): string => digestOfList(['rollback', version, reason]),

  /** @param kid of the key that is registered, not of the one that signs */
  registerKey: (role: string, holder: string, kid: string): string =>
    digestOfList(['registerKey', role, holder, kid]),

  revokeKey: (kid: string): string => digestOfList(['revokeKey', kid]),

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

function digestOfList(parts: readonly unknown[]): string {
  return digestOf(JSON.stringify(parts));
}

// By code unit, not by locale: the order must be the same on every machine.
function byDepartment(left: PublishedContent, right: PublishedContent): number {
  return left.department < right.department ? -1 : Number(left.department > right.department);
}
