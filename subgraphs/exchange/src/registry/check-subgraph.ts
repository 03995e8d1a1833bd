import { contents } from '@yiwang/identity';
import { readSigners, requireDepartments } from '../credentials/signers.ts';
import { UserErrors } from '../shared/user-errors.ts';
import { checkDays, createUsageOf } from '../usage/read-usage.ts';
import { usageShownTo } from '../usage/usage-readers.ts';
import { findConsentNeeds } from './consent-needs.ts';
import { readCurrentGraph, toInput } from './current-graph.ts';
import { checkAddress } from './proposal/check-address.ts';
import { checkDepartmentName, checkSdl } from './proposal/check-proposals.ts';
import { type Verification, verifyCallers } from './proposal/verify-callers.ts';
import type { SchemaCheckModel } from './registry-models.ts';
import type { Registry } from './registry.ts';
import { evaluateCheck, failedCheck } from './schema-check.ts';
import { readVariants } from './variants.ts';
import { givenConsent } from './waiver.ts';

/** Placeholder address of a department that has none yet. Composition only copies it. */
const PLACEHOLDER_URL = 'http://address.invalid/graphql';

export interface CheckRequest {
  department: string;
  sdl: string;
  url?: string | null | undefined;
  days: number;
  credential: string;
}

/**
 * Creates the command that predicts what publishing would find. It changes nothing and does not consume the credential, since a
 * gateway may send the same request twice.
 */
export function createCheck({ db, composer, operatorKeys, tls, ...allowed }: Registry) {
  return async function check({
    department,
    sdl,
    url,
    days,
    credential,
  }: CheckRequest): Promise<SchemaCheckModel> {
    checkDays(days);
    const claim = { action: 'check', digest: contents.check(department, sdl, { url, days }) };
    const signers = await readSigners(db, operatorKeys, claim, [credential]);
    requireDepartments(signers, [department]);
    try {
      checkDepartmentName(department, ['input', 'department']);
      checkSdl(sdl, ['input', 'sdl']);
      if (url != null) await checkAddress(url, allowed, ['input', 'url']);
    } catch (error) {
      if (error instanceof UserErrors) return failedCheck(error, department);
      throw error;
    }
    const current = await readCurrentGraph(db);
    const inForce = current?.parts.find((part) => part.department === department);
    const proposal = { name: department, url: url ?? inForce?.url ?? PLACEHOLDER_URL, sdl };
    const found = await composer.check(
      current?.parts.map(toInput) ?? [],
      [proposal],
      current?.supergraphSdl ?? null,
      { variants: await readVariants(db) },
    );
    const needs = await findConsentNeeds(db, found.changes, [department], givenConsent([], [], operatorKeys));
    const showUsers = usageShownTo(signers, current?.parts ?? []);
    const evaluated = (await evaluateCheck(found, createUsageOf(db, days), showUsers, needs)).check;
    const address = url ?? inForce?.url;
    const isNew = address !== inForce?.url || sdl !== inForce?.sdl;
    if (address === undefined || !isNew) return evaluated;
    const field = ['input', 'url'];
    return withVerification(
      evaluated,
      department,
      await verifyCallers(db, [{ department, url: address, sdl }], () => field, tls),
    );
  };
}

/** Adds to a check whether the department verifies its callers. */
function withVerification(
  check: SchemaCheckModel,
  department: string,
  { userErrors, hints }: Verification,
): SchemaCheckModel {
  if (userErrors.length === 0) return { ...check, hints: [...check.hints, ...hints] };
  const failed = failedCheck(new UserErrors(userErrors), department);
  return { ...check, outcome: 'FAILS', faults: [...check.faults, ...failed.faults] };
}
