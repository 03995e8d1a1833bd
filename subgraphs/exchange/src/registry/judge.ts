import type { UsageOf } from '../usage/usage-of.ts';
import type { CheckResult, FaultLocation, SchemaChange } from '@yiwang/composition';
import type { SchemaCheckModel } from './models.ts';
import type { UserErrorModel } from './user-error.ts';
import type { StoredChange } from './stored-change.ts';

/** What was found, and why it refuses; no reasons when it does not. */
export interface Judgement {
  check: SchemaCheckModel;
  reasons: UserErrorModel[];
  /** A reason to refuse unless breaking changes are accepted. Null when nobody would notice. */
  breaking: UserErrorModel | null;
}

/** Of a list that a person reads in a terminal. */
const MOST_NAMED = 5;

/**
 * Judges what composition, lint and comparison found: what matters is who would notice.
 *
 * @param usageOf who has used coordinates in the days that are looked at
 * @param field the argument that reasons are about
 */
export async function judge(
  found: CheckResult,
  usageOf: UsageOf,
  field: string[] = ['subgraphs'],
): Promise<Judgement> {
  const reason = (code: UserErrorModel['code'], message: string) => ({ code, message, field });
  const changes = await withUsers(found.changes, usageOf);
  const broken = changes.filter((change) => change.severity === 'BREAKING' && isNoticed(change));
  const errors = found.lint.filter(({ severity }) => severity === 'ERROR');
  const breaking = broken.length > 0 ? reason('BREAKING_CHANGES', breakingMessage(broken)) : null;

  const reasons: UserErrorModel[] = [];
  if (found.faults.length > 0) {
    const messages = found.faults.map(({ code, message }) => `${code}: ${message}`);
    reasons.push(reason('COMPOSITION_FAILED', `The departments do not fit together. ${list(messages)}`));
  }
  if (errors.length > 0) {
    const messages = errors.map(({ rule, coordinate, message }) => `${coordinate ?? rule}: ${message}`);
    reasons.push(reason('LINT_FAILED', `The schema breaks rules. ${list(messages)}`));
  }

  const fails = reasons.length > 0 || breaking !== null;
  const warns =
    found.lint.length > 0 || found.hints.length > 0 || changes.some(({ severity }) => severity !== 'SAFE');
  const check: SchemaCheckModel = {
    outcome: fails ? 'FAILS' : warns ? 'PASSES_WITH_WARNINGS' : 'PASSES',
    faults: found.faults.map(({ code, message, help, subgraphs, locations }) => ({
      code,
      message,
      help,
      departments: subgraphs,
      locations: locations.map(toLocation),
    })),
    lint: found.lint.map(({ rule, severity, message, coordinate, location, department }) => ({
      rule,
      severity,
      message,
      coordinate,
      location: location && { department, ...location },
    })),
    changes,
    hints: found.hints,
  };
  return { check, reasons, breaking };
}

async function withUsers(changes: readonly SchemaChange[], usageOf: UsageOf): Promise<StoredChange[]> {
  const mattering = changes.filter(({ severity }) => severity !== 'SAFE');
  const users = await usageOf(mattering.map(({ affects }) => affects));
  const usersOf = new Map(mattering.map((change, i) => [change, users[i]!]));
  return changes.map((change) => {
    const { kind, severity, coordinate, message } = change;
    return { kind, severity, coordinate, message, usedBy: usersOf.get(change) ?? [] };
  });
}

/** Keys are used by gateways, to join what departments know; statistics count what clients ask for. */
function isNoticed({ kind, usedBy }: StoredChange): boolean {
  return usedBy.length > 0 || kind.startsWith('KEY_');
}

function breakingMessage(broken: readonly StoredChange[]): string {
  const clients = new Set(
    broken.flatMap(({ usedBy }) => usedBy.map(({ client }) => client ?? 'a client without a name')),
  );
  const who = clients.size > 0 ? `in use by ${list([...clients], ', ')}` : 'used to join departments';
  return `This breaks what is ${who}: ${list(broken.map(({ message }) => message))}`;
}

function list(items: readonly string[], separator = ' '): string {
  const more = items.length - MOST_NAMED;
  return [...items.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more.`] : [])].join(separator);
}

function toLocation({ subgraph, line, column }: FaultLocation) {
  return { department: subgraph, line, column };
}
