import { readFile } from 'node:fs/promises';
import { type PrivateKey, type PublicKey, readPrivateKey, readPublicKeys } from '@yiwang/identity';
import { followFile } from '@yiwang/service/files';
import {
  createCalendar,
  HOLIDAYS,
  parseHolidays,
  parseRuleSets,
  RULE_SETS,
  type RuleSet,
} from '@yiwang/codes/working-days';
import type { RegistryConfig } from './config.ts';
import type { RegistryOptions } from './registry/registry.ts';
import { dueAfter } from './sharing/deadlines.ts';
import type { SharingOptions } from './sharing/sharing.ts';

/** Settings of the operator, with the files that they name. */
export interface ExchangeOptions extends RegistryOptions {
  /** Public URL of the gateway. Entries of exported catalogues are named beneath it. */
  catalogueUrl: string;
  sharing: SharingOptions;
}

/** The keys of the operator's settings, which may change while the exchange runs. */
export type RegistryKeys = Pick<RegistryOptions, 'signingKey' | 'operatorKeys'>;

/** Where the exchange reports what becomes of its settings. */
export interface Reporter {
  info(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** Warns the operator of a problem that does not end the process. */
export type Warn = (message: string) => void;

/**
 * Follows the files of the keys that the settings name.
 *
 * @returns what reads the keys of now: the same object until one of the files has changed
 * @throws SettingsError naming the setting whose file cannot be read or has the wrong content
 */
export async function followRegistryKeys(
  config: RegistryConfig,
  reporter: Reporter,
  stack: Pick<AsyncDisposableStack, 'use'>,
): Promise<() => RegistryKeys> {
  const follow = async <Key>(
    setting: 'REGISTRY_SIGNING_KEY' | 'REGISTRY_OPERATOR_KEY',
    read: (json: string) => Promise<Key>,
  ) => {
    const file = config[setting];
    return file === '' ? null : stack.use(await followFile({ setting, file }, read, reporter));
  };
  const signing = await follow<PrivateKey>('REGISTRY_SIGNING_KEY', readPrivateKey);
  const operators = await follow<readonly PublicKey[]>('REGISTRY_OPERATOR_KEY', readPublicKeys);
  const none: readonly PublicKey[] = [];
  const read = (): RegistryKeys => ({
    signingKey: signing?.current ?? null,
    operatorKeys: operators?.current ?? none,
  });
  let keys = read();
  return () => {
    const { signingKey, operatorKeys } = read();
    if (signingKey !== keys.signingKey || operatorKeys !== keys.operatorKeys) keys = read();
    return keys;
  };
}

/**
 * Reads the files that the settings name, besides those of keys.
 *
 * @param warn is called once for each year that a deadline reaches and whose holidays are missing
 * @throws Error naming the setting whose file cannot be read or has the wrong content
 */
export async function readOptions(
  config: RegistryConfig,
  warn: Warn,
  now: () => Date = () => new Date(),
): Promise<Omit<ExchangeOptions, keyof RegistryKeys>> {
  return {
    allowLoopback: config.REGISTRY_ALLOW_LOOPBACK === 'true',
    networks: config.REGISTRY_NETWORKS,
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
  const calendar = createCalendar(holidays ?? HOLIDAYS, (year) => warn(missingHolidays(year)));
  const options = { rules: { name, ...rules }, calendar, now };
  // Warns at the start as well, some weeks before the first deadline in that year.
  dueAfter(options, now(), maxAnswerDays(rules));
  return options;
}

function missingHolidays(year: string): string {
  return `The holidays of ${year} are missing. Deadlines in that year may be wrong by some days, because only weekends and the days fixed by law count as days off. Add the holidays to a JSON file, set SHARING_HOLIDAYS to it, and restart.`;
}

/** The longest time to answer under the rules, in working days. */
function maxAnswerDays(rules: RuleSet): number {
  const { answerDays, extensionDays, correctionDays } = rules;
  return Math.max(answerDays + (extensionDays ?? 0), correctionDays);
}

/**
 * Reads and parses the file that a setting names. Null when the setting is empty.
 *
 * @throws Error naming the setting and the file
 */
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
