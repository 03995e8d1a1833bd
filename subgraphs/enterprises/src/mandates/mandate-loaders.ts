import { dayOf } from '@yiwang/codes/working-days';
import {
  anyOf,
  askedKey,
  askedKeys,
  createLoadersByArguments,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  type CursorParts,
  defineKeyset,
  defineLoaders,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, asc, count, desc, eq, getTableColumns, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { enterprises } from '../tables.ts';
import type { MandateInForceModel, MandateModel } from './mandate-models.ts';
import { inForce, visibleTo } from './mandate-rules.ts';
import { type MandateEventRow, mandateEvents, mandates } from './mandate-tables.ts';

/** Newest first. */
export const mandateCursor = defineKeyset('mandates', ['integer']);

/** Those of an enterprise that are listed: all, or only those in force. */
interface Listed {
  ended: boolean;
}

/** Loaders of mandates; see prepareLoaders. Resolvers check who may see what, except where a key names the person. */
export function prepareMandateLoaders(db: PostgresJsDatabase, now: () => Date) {
  const keys = sql.placeholder('keys');
  const today = sql.placeholder('today');
  const columns = getTableColumns(mandates);
  const ofEnterprise = eq(enterprises.uscc, mandates.uscc);

  const mandatesById = db.select().from(mandates).where(anyOf(mandates.id, keys)).prepare('mandates_by_id');

  const askedPerson = sql<string>`asked.person`;
  /** The same statement whether the mandate is another's or none. */
  const mandatesSeenBy = db
    .select({ ...columns, seenBy: askedPerson.as('seen_by') })
    .from(
      sql`unnest(${sql.placeholder('ids')}::text[], ${sql.placeholder('persons')}::text[]) as asked(id, person)`,
    )
    .innerJoin(mandates, sql`${mandates.id} = asked.id`)
    .where(visibleTo(askedPerson))
    .prepare('mandates_seen_by');

  /** Uses the index mandates_person. */
  const mandatesOfPerson = preparePages<MandateModel>(mandateCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(mandates)
      .where(and(eq(mandates.person, askedKey), after ? behind(after) : undefined))
      .orderBy(desc(mandates.sequence))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  const mandateCounts = db
    .select({ person: mandates.person, count: count() })
    .from(mandates)
    .where(anyOf(mandates.person, keys))
    .groupBy(mandates.person)
    .prepare('mandate_counts');

  /** Uses the index mandates_enterprise. */
  function mandatesOfEnterprise({ ended }: Listed) {
    const listed = ended ? undefined : inForce(today);
    return preparePages<MandateModel>(mandateCursor, ({ keys, limit, after }) => {
      const page = db
        .select(columns)
        .from(mandates)
        .innerJoin(enterprises, ofEnterprise)
        .where(and(eq(mandates.uscc, askedKey), listed, after ? behind(after) : undefined))
        .orderBy(desc(mandates.sequence))
        .limit(limit)
        .as('page');
      return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
    });
  }

  function mandateCountsOfEnterprise({ ended }: Listed) {
    return db
      .select({ uscc: mandates.uscc, count: count() })
      .from(mandates)
      .innerJoin(enterprises, ofEnterprise)
      .where(and(anyOf(mandates.uscc, keys), ended ? undefined : inForce(today)))
      .groupBy(mandates.uscc)
      .prepare(ended ? 'mandate_counts_of_enterprise' : 'mandate_counts_in_force_of_enterprise');
  }

  const listsOf = (listed: Listed) => {
    const pages = mandatesOfEnterprise(listed);
    const counts = mandateCountsOfEnterprise(listed);
    return { pages, counts };
  };
  const lists = { all: listsOf({ ended: true }), inForce: listsOf({ ended: false }) };

  /** Uses the index mandates_open. */
  const representedBy = db
    .select({ person: mandates.person, uscc: mandates.uscc })
    .from(mandates)
    .innerJoin(enterprises, ofEnterprise)
    .where(
      and(
        anyOf(mandates.person, keys),
        eq(mandates.kind, 'LEGAL_REPRESENTATIVE'),
        isNull(mandates.revokedAt),
        ne(enterprises.status, 'DEREGISTERED'),
      ),
    )
    .prepare('represented_by');

  /** Uses the index mandates_open. */
  const mandatesInForce = db
    .select({ person: mandates.person, id: mandates.id, uscc: mandates.uscc, items: mandates.items })
    .from(mandates)
    .innerJoin(enterprises, ofEnterprise)
    .where(and(anyOf(mandates.person, keys), inForce(today)))
    .orderBy(asc(mandates.sequence))
    .prepare('mandates_in_force');

  /** Uses the index mandate_events_mandate. */
  const eventsOf = db
    .select()
    .from(mandateEvents)
    .where(anyOf(mandateEvents.mandate, keys))
    .orderBy(mandateEvents.id)
    .prepare('mandate_events_of');

  return {
    /** For officials. */
    mandateById: createRowLoader<MandateModel>(
      ({ id }) => id,
      (ids) => mandatesById.execute({ keys: ids }),
    ),
    /** Key: {@link seenKey}. Null for a mandate that the person may not see, as for none. */
    mandateSeenBy: createRowLoader<MandateModel & { seenBy: string }>(
      ({ id, seenBy }) => seenKey(id, seenBy),
      (pairs) => mandatesSeenBy.execute(seenColumns(pairs)),
    ),
    mandatesOfPerson: createPageLoader<MandateModel>(({ person }) => person, mandatesOfPerson),
    mandateCountOfPerson: createRowLoader<{ person: string; count: number }>(
      ({ person }) => person,
      (persons) => mandateCounts.execute({ keys: persons }),
    ),
    mandatesOfEnterprise: createLoadersByArguments(({ ended }: Listed) => {
      const { pages, counts } = ended ? lists.all : lists.inForce;
      return defineLoaders({
        page: createPageLoader<MandateModel>(
          ({ uscc }) => uscc,
          (usccs, limit, after) => pages(usccs, limit, after, { today: dayOf(now()) }),
        ),
        count: createRowLoader<{ uscc: string; count: number }>(
          ({ uscc }) => uscc,
          (usccs) => counts.execute({ keys: usccs, today: dayOf(now()) }),
        ),
      });
    }),
    /** By person: the enterprises of which it is the legal representative. */
    representedBy: createRowsLoader<{ person: string; uscc: string }>(
      ({ person }) => person,
      (persons) => representedBy.execute({ keys: persons }),
    ),
    /** By person, in the order in which they were given. */
    mandatesInForceOf: createRowsLoader<MandateInForceModel>(
      ({ person }) => person,
      (persons) => mandatesInForce.execute({ keys: persons, today: dayOf(now()) }),
    ),
    /** By sequence of the mandate, oldest first. */
    mandateEventsOf: createRowsLoader<MandateEventRow>(
      ({ mandate }) => String(mandate),
      (sequences) => eventsOf.execute({ keys: sequences }),
    ),
  };
}

function behind([sequence]: CursorParts): SQL {
  return sql`${mandates.sequence} < ${sequence}::bigint`;
}

/** The key of a mandate as one person sees it. An id has no blanks; a person's may have some. */
export function seenKey(id: string, person: string): string {
  return `${id} ${person}`;
}

function seenColumns(pairs: readonly string[]): { ids: string[]; persons: string[] } {
  const blanks = pairs.map((pair) => pair.indexOf(' '));
  return {
    ids: pairs.map((pair, i) => pair.slice(0, blanks[i])),
    persons: pairs.map((pair, i) => pair.slice(blanks[i]! + 1)),
  };
}
