import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who is signed in, one row for each browser. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the id that the cookie holds: who reads this table cannot sign in by it. */
    id: text().primaryKey(),
    /** `sub` at the provider. */
    subject: text().notNull(),
    /** `sid` at the provider; null where it names none. Signing out ends every session with the same. */
    providerSession: text('provider_session'),
    /** The person, its tokens and the CSRF token, encrypted by SESSION_KEY_FILE. */
    sealed: text().notNull(),
    startedAt: moment('started_at').notNull().defaultNow(),
    /** Of the last request, a minute late at most. */
    seenAt: moment('seen_at').notNull().defaultNow(),
    /** When it ends in any case. */
    endsAt: moment('ends_at').notNull(),
  },
  (table) => [
    index('sessions_subject').on(table.subject),
    index('sessions_provider_session').on(table.providerSession),
    index('sessions_ends_at').on(table.endsAt),
  ],
);
