import { readFile } from 'node:fs/promises';
import { type PrivateKey, type PublicKey, readPrivateKey, readPublicKey } from '@yiwang/identity';
import { createCalendar, HOLIDAYS, parseHolidays, parseRuleSets, RULE_SETS } from '@yiwang/working-days';
import type { RegistryConfig } from './config.ts';
import type { RegistryOptions } from './registry/registry.ts';
import type { SharingOptions } from './sharing/sharing.ts';

/** What the operator has set. */
export interface ExchangeOptions extends RegistryOptions {
  /** Where others reach the gateway; exported catalogues name their entries beneath it. */
  catalogueUrl: string;
  sharing: SharingOptions;
}

/**
 * Reads the files that the settings name.
 *
 * @throws Error naming the setting whose file cannot be read or holds something else
 */
export async function readOptions(config: RegistryConfig): Promise<ExchangeOptions> {
  const [signingKey, operatorKey] = await Promise.all([
    readSetting<PrivateKey>('REGISTRY_SIGNING_KEY', config.REGISTRY_SIGNING_KEY, readPrivateKey),
    readSetting<PublicKey>('REGISTRY_OPERATOR_KEY', config.REGISTRY_OPERATOR_KEY, readPublicKey),
  ]);
  return {
    signingKey,
    operatorKey,
    allowLoopback: config.REGISTRY_ALLOW_LOOPBACK === 'true',
    usageDays: config.REGISTRY_USAGE_DAYS,
    catalogueUrl: config.CATALOGUE_URL,
    sharing: await readSharingOptions(config),
  };
}

async function readSharingOptions(config: RegistryConfig): Promise<SharingOptions> {
  const [ruleSets, holidays] = await Promise.all([
    readSetting('SHARING_RULES', config.SHARING_RULES, parseRuleSets),
    readSetting('SHARING_HOLIDAYS', config.SHARING_HOLIDAYS, parseHolidays),
  ]);
  const name = config.SHARING_RULE_SET;
  const rules = (ruleSets ?? RULE_SETS)[name];
  if (!rules) throw new Error(`SHARING_RULE_SET: there is no rule set ${name}.`);
  return {
    rules: { name, ...rules },
    calendar: createCalendar(holidays ?? HOLIDAYS),
    now: () => new Date(),
  };
}

/** Null when the setting names no file. */
async function readSetting<Value>(
  setting: string,
  file: string,
  parse: (json: string) => Value | Promise<Value>,
): Promise<Value | null> {
  if (file === '') return null;
  try {
    return await parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${setting}: ${file}: ${(cause as Error).message}`, { cause });
  }
}
