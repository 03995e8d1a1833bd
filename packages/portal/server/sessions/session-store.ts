import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt, lte, or, sql } from 'drizzle-orm';
import type { Person } from '../../app/context.ts';
import { sessions } from '../database/tables.ts';
import type { Database } from '../database/open-database.ts';
import { whileAvailable } from '../database/while-available.ts';
import type { Sealer } from './sealer.ts';

/** What the provider has given for one person. Never leaves this process but to provider and gateway. */
export interface Tokens {
  access: string;
  /** Null where the provider gives none: the session ends with the access token. */
  refresh: string | null;
  /** The last one; a hint for signing out. */
  id: string;
  /** Milliseconds since 1970, when the access token expires. */
  expiresAt: number;
}

export interface SessionContent {
  person: Person;
  tokens: Tokens;
  /** What forms send. */
  csrfToken: string;
}

export interface Session extends SessionContent {
  /** Of the row, not of the cookie. */
  id: string;
  providerSession: string | null;
}

/** Whose sessions end. One of the first two is there. */
export interface ProviderSession {
  subject: string | null;
  providerSession: string | null;
  /** Sessions that began later stay: nobody meant them. */
  startedBefore: Date;
}

/** All throw PublicError NOT_READY while the database does not answer. */
export interface SessionStore extends Disposable {
  /** Begins a session, and returns the id for its cookie. */
  begin(content: SessionContent, providerSession: string | null): Promise<string>;
  /** Returns the session of a cookie; null for one that has ended. */
  find(cookie: string): Promise<Session | null>;
  /**
   * Replaces the tokens of a session, one caller at a time in all processes.
   *
   * @param replace gets the tokens as they are by now, and returns new ones, or null to leave them; when it throws, so does this
   * @returns null when the session has ended meanwhile
   */
  renew(id: string, replace: (tokens: Tokens) => Promise<Tokens | null>): Promise<Tokens | null>;
  end(id: string): Promise<void>;
  endAllOf(whose: ProviderSession): Promise<void>;
}

const SEEN_MS = 60_000;
const CLEANED_MS = 10 * 60_000;
const PURPOSE = 'session:';

/**
 * Sessions in the portal's own database.
 *
 * @param onFault told when old rows cannot be removed; it is tried again
 */
export function createSessionStore(
  { db }: Pick<Database, 'db'>,
  sealer: Sealer,
  { idleMinutes, hours }: { idleMinutes: number; hours: number },
  onFault: (error: unknown) => void,
): SessionStore {
  const isAlive = () =>
    and(
      gt(sessions.endsAt, sql`now()`),
      gt(sessions.seenAt, sql`now() - ${`${idleMinutes} minutes`}::interval`),
    );
  const timer = setInterval(() => void removeOld().catch(onFault), CLEANED_MS).unref();

  async function removeOld(): Promise<void> {
    await db
      .delete(sessions)
      .where(
        or(
          lte(sessions.endsAt, sql`now()`),
          lte(sessions.seenAt, sql`now() - ${`${idleMinutes} minutes`}::interval`),
        ),
      );
  }

  const seal = (id: string, content: SessionContent) => sealer.seal(PURPOSE + id, { content });

  async function open(id: string, sealed: string): Promise<SessionContent | null> {
    const opened = await sealer.open(PURPOSE + id, sealed);
    return (opened?.['content'] as SessionContent | undefined) ?? null;
  }

  return {
    async begin(content, providerSession) {
      const cookie = randomBytes(32).toString('base64url');
      const id = idOf(cookie);
      const sealed = await seal(id, content);
      const endsAt = sql`now() + ${`${hours} hours`}::interval`;
      const row = { id, subject: content.person.id, providerSession, sealed, endsAt };
      await whileAvailable(db.insert(sessions).values(row));
      return cookie;
    },

    async find(cookie) {
      const id = idOf(cookie);
      const [row] = await whileAvailable(
        db
          .select()
          .from(sessions)
          .where(and(eq(sessions.id, id), isAlive())),
      );
      if (!row) return null;
      if (Date.now() - row.seenAt.getTime() > SEEN_MS)
        await whileAvailable(
          db
            .update(sessions)
            .set({ seenAt: sql`now()` })
            .where(eq(sessions.id, id)),
        );
      const content = await open(id, row.sealed);
      return content && { id, providerSession: row.providerSession, ...content };
    },

    renew: (id, replace) =>
      whileAvailable(
        db.transaction(async (tx) => {
          const [row] = await tx
            .select()
            .from(sessions)
            .where(and(eq(sessions.id, id), isAlive()))
            .for('update');
          const content = row && (await open(id, row.sealed));
          if (!content) return null;
          const tokens = await replace(content.tokens);
          if (!tokens) return content.tokens;
          const sealed = await seal(id, { ...content, tokens });
          await tx.update(sessions).set({ sealed }).where(eq(sessions.id, id));
          return tokens;
        }),
      ),

    async end(id) {
      await whileAvailable(db.delete(sessions).where(eq(sessions.id, id)));
    },

    async endAllOf({ subject, providerSession, startedBefore }) {
      const whose =
        providerSession === null
          ? eq(sessions.subject, subject!)
          : and(
              eq(sessions.providerSession, providerSession),
              ...(subject === null ? [] : [eq(sessions.subject, subject)]),
            );
      await whileAvailable(db.delete(sessions).where(and(whose, lt(sessions.startedAt, startedBefore))));
    },

    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function idOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}
