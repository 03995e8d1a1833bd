import { readFile } from 'node:fs/promises';
import { type PrivateKey, type PublicKey, readPrivateKey, readPublicKey } from '@yiwang/identity';
import {
  createCalendar,
  HOLIDAYS,
  parseHolidays,
  parseRuleSets,
  RULE_SETS,
  type RuleSet,
} from '@yiwang/working-days';
import type { RegistryConfig } from './config.ts';
import type { RegistryOptions } from './registry/registry.ts';
import { dueAfter } from './sharing/deadlines.ts';
import type { SharingOptions } from './sharing/sharing.ts';

/** What the operator has set. */
export interface ExchangeOptions extends RegistryOptions {
  /** Where others reach the gateway; exported catalogues name their entries beneath it. */
  catalogueUrl: string;
  sharing: SharingOptions;
}

/** Says to the operator what is not as it should be. */
export type Warn = (message: string) => void;

/**
 * Reads the files that the settings name.
 *
 * @param warn told of each year, once, whose holidays are missing where they are counted
 * @throws Error naming the setting whose file cannot be read or holds something else
 */
export async function readOptions(
  config: RegistryConfig,
  warn: Warn,
  now: () => Date = () => new Date(),
): Promise<ExchangeOptions> {
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
    sharing: await readSharingOptions(config, warn, now),
  };
}

async function readSharingOptions(
  config: RegistryConfig,
  warn: Warn,
  now: () => Date,
): Promise<SharingOptions> {
  const [ruleSets, holidays] = await Promise.all([
    readSetting('SHARING_RULES', config.SHARING_RULES, parseRuleSets),
    readSetting('SHARING_HOLIDAYS', config.SHARING_HOLIDAYS, parseHolidays),
  ]);
  const name = config.SHARING_RULE_SET;
  const rules = (ruleSets ?? RULE_SETS)[name];
  if (!rules) throw new Error(`SHARING_RULE_SET: there is no rule set ${name}.`);
  const calendar = createCalendar(holidays ?? HOLIDAYS, (year) => warn(withoutHolidays(year)));
  const options = { rules: { name, ...rules }, calendar, now };
  // Said at the start as well, some weeks before the first who is due in that year.
  dueAfter(options, now(), longestDays(rules));
  return options;
}

function withoutHolidays(year: string): string {
  return `The holidays of ${year} are not known: in it only weekends and the days fixed by law count as off, so what is due there may be out by some days. Name a JSON file that has them by SHARING_HOLIDAYS, and start again.`;
}

/** Working days from now to the latest moment that the rules can name. */
function longestDays(rules: RuleSet): number {
  const { answerDays, extensionDays, correctionDays } = rules;
  return Math.max(answerDays + (extensionDays ?? 0), correctionDays);
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
