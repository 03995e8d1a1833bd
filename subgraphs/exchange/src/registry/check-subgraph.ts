import { contents } from '@yiwang/identity';
import { checkDays } from '../usage/check-days.ts';
import { createUsageOf } from '../usage/usage-of.ts';
import { checkAddress } from './check-address.ts';
import { checkDepartmentName, checkSdl } from './check-proposals.ts';
import { readCurrentGraph, toInput } from './current-graph.ts';
import { judge } from './judge.ts';
import type { SchemaCheckModel } from './models.ts';
import { Refusal } from './refusal.ts';
import type { Registry } from './registry.ts';
import { requireDepartments } from './permissions.ts';
import { refusedCheck } from './refused-check.ts';
import { readSigners } from './signers.ts';

/** Stands for the address of a department that has none yet; composition only writes it down. */
const NO_ADDRESS = 'http://address.invalid/graphql';

export interface Check {
  department: string;
  sdl: string;
  url?: string | null | undefined;
  days: number;
  credential: string;
}

/**
 * What publishing would find. Nothing is changed, so the credential stays good until it expires: the gateway may ask
 * twice what it asks once.
 */
export function createCheck({ db, composer, operatorKey, allowLoopback }: Registry) {
  return async function check({ department, sdl, url, days, credential }: Check): Promise<SchemaCheckModel> {
    checkDays(days);
    const claim = { action: 'check', digest: contents.check(department, sdl) };
    requireDepartments(await readSigners(db, operatorKey, claim, [credential]), [department]);
    try {
      checkDepartmentName(department, ['input', 'department']);
      checkSdl(sdl, ['input', 'sdl']);
      if (url != null) await checkAddress(url, allowLoopback, ['input', 'url']);
    } catch (error) {
      if (error instanceof Refusal) return refusedCheck(error, department);
      throw error;
    }
    const current = await readCurrentGraph(db);
    const inForce = current?.parts.find((part) => part.department === department);
    const proposal = { name: department, url: url ?? inForce?.url ?? NO_ADDRESS, sdl };
    const found = await composer.check(
      current?.parts.map(toInput) ?? [],
      [proposal],
      current?.supergraphSdl ?? null,
    );
    return (await judge(found, createUsageOf(db, days))).check;
  };
}
