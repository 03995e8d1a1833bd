import { createCalendar, HOLIDAYS, parseHolidays, type WorkingCalendar } from '@yiwang/codes/working-days';
import { readFile } from 'node:fs/promises';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { type Channel, createChannel } from '../database/channel.ts';
import { openRelay } from '../outbox/open-relay.ts';
import { outboxSettings } from '../outbox/outbox-settings.ts';

import { CASE_CHANGED } from './case-transactions.ts';
import { CASE_RULES, type CaseRules } from './clock.ts';

/** The settings of a department that has cases, besides those of every department. */
export const caseSettings = outboxSettings.extend({
  CASE_HOLIDAYS: z
    .string()
    .default('')
    .describe(
      'JSON file of holidays by year, for the due days of cases, in the form of SHARING_HOLIDAYS: years that are not built in, or that replace those that are.',
    ),
});

/** What the cases of a department need besides its tables and rights. */
export interface CaseOffice {
  calendar: WorkingCalendar;
  rules: CaseRules;
  now: () => Date;
  /** Wakes the relay. */
  onChange: () => void;
  /** Tells the numbers of cases that have changed, once the relay has published it. */
  changes: Channel;
}

export interface CaseOfficeOptions {
  /** The department's name. */
  department: string;
  /** Left out, as in tests, where no relay is started. */
  config?: z.infer<typeof caseSettings> | undefined;
  /** Told of what fails while the department serves. */
  logger?: { warn(fields: object, message: string): void } | undefined;
  /** Ends the relay with the department. */
  stack?: AsyncDisposableStack | undefined;
  now?: (() => Date) | undefined;
}

/**
 * Reads the holidays, and starts the relay of what changes.
 *
 * @throws Error when the file of holidays cannot be read
 */
export async function openCaseOffice(sql: Sql, options: CaseOfficeOptions): Promise<CaseOffice> {
  const { department, config, logger, stack, now = () => new Date() } = options;
  const holidays = config?.CASE_HOLIDAYS
    ? parseHolidays(await readFile(config.CASE_HOLIDAYS, 'utf8'))
    : HOLIDAYS;
  const calendar = createCalendar(holidays, (year) =>
    logger?.warn(
      { year },
      'the holidays of this year are missing: due days may be wrong; add them to the file of CASE_HOLIDAYS',
    ),
  );
  const relay = openRelay(sql, { department, config, logger, stack });
  return {
    calendar,
    rules: CASE_RULES,
    now,
    onChange: () => relay?.wake(),
    changes: createChannel(sql, CASE_CHANGED),
  };
}
