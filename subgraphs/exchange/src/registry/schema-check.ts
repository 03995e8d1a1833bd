import type { CheckResult, Composer, FaultLocation, SchemaChange } from '@yiwang/composition';
import type { Reader } from '../credentials/readers.ts';
import type { Db } from '../shared/database.ts';
import { type UserErrorModel, UserErrors } from '../shared/user-errors.ts';
import type { StoredChange, UsageModel } from '../tables/registry-tables.ts';
import type { PublishedSdl } from '../usage/owned-fields.ts';
import { createUsageOf, isOfVerifiedClient, type UsageOf } from '../usage/read-usage.ts';
import { type ShowUsers, usageShownTo } from '../usage/usage-readers.ts';
import { findConsentNeeds, type GivenConsent } from './consent-needs.ts';
import type { ConsentNeed, SchemaCheckModel } from './registry-models.ts';
import { composeVariants } from './variants.ts';
import type { VariantSdl } from './write-versions.ts';

/** A check, and the errors for which the change is rejected. */
export interface EvaluatedCheck {
  check: SchemaCheckModel;
  errors: UserErrorModel[];
  /** Rejects the change unless breaking changes are accepted. Null when the change breaks nobody. */
  breaking: UserErrorModel | null;
}

/** Most items of a list in a message: people read it in a terminal. */
const MAX_LISTED = 5;

/**
 * Evaluates what composition, lint and comparison found. A breaking change counts when somebody uses what it breaks.
 *
 * @param usageOf returns all use in the period; the outcome depends on all of it
 * @param showUsers removes what the check and the errors may not show of it
 * @param needs the departments whose consent the change needs
 * @param field path of the argument that the errors are about
 */
export async function evaluateCheck(
  found: CheckResult,
  usageOf: UsageOf,
  showUsers: ShowUsers,
  needs: readonly ConsentNeed[],
  field: string[] = ['subgraphs'],
): Promise<EvaluatedCheck> {
  const error = (code: UserErrorModel['code'], message: string) => ({ code, message, field });
  const used = await findUsers(found.changes, usageOf, showUsers);
  const changes = used.map(toStored);
  const broken = used.filter((one) => one.change.severity === 'BREAKING' && isNoticed(one));
  const lintErrors = found.lint.filter(({ severity }) => severity === 'ERROR');
  const breaking = broken.length > 0 ? error('BREAKING_CHANGES', breakingMessage(broken)) : null;

  const errors: UserErrorModel[] = [];
  if (found.faults.length > 0) {
    const messages = found.faults.map(({ code, message }) => `${code}: ${message}`);
    errors.push(error('COMPOSITION_FAILED', `The subgraphs do not compose. ${list(messages)}`));
  }
  if (lintErrors.length > 0) {
    const messages = lintErrors.map(({ rule, coordinate, message }) => `${coordinate ?? rule}: ${message}`);
    errors.push(error('LINT_FAILED', `The schema breaks lint rules. ${list(messages)}`));
  }

  for (const need of needs.filter(({ isGiven }) => !isGiven)) {
    errors.push(error('CONSENT_REQUIRED', consentMessage(need)));
  }

  const fails = errors.length > 0 || breaking !== null;
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
    consents: [...needs],
  };
  return { check, errors, breaking };
}

/** A change with all users of what it affects, and those of them that may be shown. */
interface UsedChange {
  change: SchemaChange;
  users: readonly UsageModel[];
  shown: UsageModel[];
}

async function findUsers(
  changes: readonly SchemaChange[],
  usageOf: UsageOf,
  showUsers: ShowUsers,
): Promise<UsedChange[]> {
  const unsafe = changes.filter(({ severity }) => severity !== 'SAFE');
  const usage = await usageOf(unsafe.map(({ affects }) => affects));
  const usersOf = new Map(unsafe.map((change, i) => [change, usage[i]!]));
  return changes.map((change) => {
    const users = usersOf.get(change) ?? [];
    return { change, users, shown: showUsers(change.affects, users) };
  });
}

function toStored({ change, shown }: UsedChange): StoredChange {
  const { kind, severity, coordinate, message, consentOf } = change;
  return { kind, severity, coordinate, message, usedBy: shown, ...(consentOf && { consentOf }) };
}

/**
 * Whether somebody would notice the change.
 *
 * 1. Only clients that have signed in count. Otherwise anybody could keep a field from being removed by requesting it. Use without
 *    signing in is reported as a warning.
 * 2. Changes of keys always count: gateways use keys to join subgraphs, which usage statistics do not show.
 * 3. Changes that need consent never count: their owner decides, not the clients that use the field.
 */
function isNoticed({ change: { kind, consentOf }, users }: UsedChange): boolean {
  if (consentOf) return false;
  return users.some(isOfVerifiedClient) || kind.startsWith('KEY_');
}

function consentMessage({ owner, change, changes }: ConsentNeed): string {
  return `This needs the consent of ${owner}: ${list(changes)} Ask ${owner} to run: yiwang approve ${change} --department ${owner}`;
}

function breakingMessage(broken: readonly UsedChange[]): string {
  const clients = new Set(
    broken.flatMap(({ shown }) => shown.filter(isOfVerifiedClient).map(({ client }) => client!)),
  );
  const isRedacted = broken.some(
    ({ users, shown }) => users.some(isOfVerifiedClient) && !shown.some(isOfVerifiedClient),
  );
  const named = [...clients, ...(isRedacted ? ['clients whose names an operator can look up'] : [])];
  const who = named.length > 0 ? `in use by ${list(named, ', ')}` : 'used to join subgraphs';
  return `This breaks what is ${who}: ${list(broken.map(({ change }) => change.message))}`;
}

function list(items: readonly string[], separator = ' '): string {
  const more = items.length - MAX_LISTED;
  return [...items.slice(0, MAX_LISTED), ...(more > 0 ? [`and ${more} more.`] : [])].join(separator);
}

function toLocation({ subgraph, line, column }: FaultLocation) {
  return { department: subgraph, line, column };
}

export interface GraphChange {
  acceptBreaking: boolean;
  /** How many days back use counts. */
  days: number;
  /** Names of the departments that make the change. */
  proposers: readonly string[];
  /** What counts as consent besides approvals. */
  given: GivenConsent;
  /** Path of the argument that errors are about. */
  field: string[];
  /** They may see who has used what they alone provide. */
  signers: readonly Reader[];
  /** The subgraphs in force. */
  published: readonly PublishedSdl[];
}

/**
 * Requires that a changed graph composes, has the consent of the departments whose fields it touches, and breaks no client unless
 * breaking changes are accepted.
 *
 * @returns the check, and the supergraph of every variant
 * @throws CheckFailed with every error; UserErrors VARIANT_FAILED
 */
export async function requirePassing(
  tx: Db,
  composer: Composer,
  found: CheckResult,
  { acceptBreaking, days, proposers, given, field, signers, published }: GraphChange,
): Promise<{ check: SchemaCheckModel; sdls: VariantSdl[]; needs: ConsentNeed[] }> {
  const needs = await findConsentNeeds(tx, found.changes, proposers, given);
  const { check, errors, breaking } = await evaluateCheck(
    found,
    createUsageOf(tx, days),
    usageShownTo(signers, published),
    needs,
    field,
  );
  if (breaking && !acceptBreaking) errors.push(breaking);
  if (errors.length > 0 || found.supergraphSdl === null) throw new CheckFailed(errors, check);
  return { check, sdls: await composeVariants(tx, composer, found.supergraphSdl, field), needs };
}

/** A check that failed before anything was composed. */
export function failedCheck({ userErrors }: UserErrors, department: string): SchemaCheckModel {
  const faults = userErrors.map(({ code, message }) => ({
    code,
    message,
    help: null,
    departments: [department],
    locations: [],
  }));
  return { outcome: 'FAILS', faults, lint: [], changes: [], hints: [], consents: [] };
}

/** Rejects a command because the graph fails its check. The payload contains the check. */
export class CheckFailed extends UserErrors {
  override readonly name = 'CheckFailed';
  readonly check: SchemaCheckModel;

  /** @param userErrors at least one */
  constructor(userErrors: UserErrorModel[], check: SchemaCheckModel) {
    super(userErrors);
    this.check = check;
  }
}
