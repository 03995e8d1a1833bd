import { regionRange } from '@yiwang/codes';
import {
  anyOf,
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  type CursorParts,
  defineLoaders,
  preparePages,
} from '@yiwang/subgraph-kit';
import { prepareCertificateLoader } from '@yiwang/subgraph-kit/certificates';
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { certificates } from './certificates/certificate-tables.ts';
import { LICENCE } from './certificates/licences.ts';
import { enterpriseColumns } from './columns.ts';
import { changeCursor, enterpriseCursor } from './cursors.ts';
import { createEnterpriseSearch } from './enterprise-search.ts';
import { prepareMandateLoaders } from './mandates/mandate-loaders.ts';
import type { EnterpriseModel } from './models.ts';
import { prepareRegistrationLoaders } from './registrations/registration-loaders.ts';
import {
  currentCounts,
  enterprises,
  type FormerNameRow,
  formerNames,
  type IndustryRow,
  industries,
  type RegistrationChangeRow,
  registrationChanges,
} from './tables.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The only SQL of the department that reads. Statements are prepared once for a database; the function that is
 * returned makes one request's loaders, which forget everything with the request.
 */
export function prepareLoaders(db: PostgresJsDatabase, now: () => Date) {
  const keys = sql.placeholder('keys');
  const search = createEnterpriseSearch(db);

  const enterprisesByUscc = db
    .select(enterpriseColumns)
    .from(enterprises)
    .where(anyOf(enterprises.uscc, keys))
    .prepare('enterprises_by_uscc');

  const formerNamesByUscc = db
    .select()
    .from(formerNames)
    .where(anyOf(formerNames.uscc, keys))
    .orderBy(sql`${formerNames.until} desc nulls last`, desc(formerNames.id))
    .prepare('former_names_by_uscc');

  const industriesByCode = db
    .select()
    .from(industries)
    .where(anyOf(industries.code, keys))
    .prepare('industries_by_code');

  const industriesByParent = db
    .select()
    .from(industries)
    .where(anyOf(industries.parentCode, keys))
    .orderBy(industries.code)
    .prepare('industries_by_parent');

  /** Each asked region, with the sum over its subtree. */
  function countsByRegion(codes: string[]) {
    const ends = codes.map((code) => regionRange(code).to);
    // For each region, so that those that were registered in the graph are counted by their index.
    const sum = db
      .select({ count: sql<number>`coalesce(sum(${currentCounts.count}), 0)::int`.as('count') })
      .from(currentCounts)
      .where(sql`${currentCounts.regionCode} >= asked.code and ${currentCounts.regionCode} < asked.range_end`)
      .as('counted');
    return db
      .select({ code: sql<string>`asked.code`, count: sum.count })
      .from(sql`unnest(${sql.param(codes)}::text[], ${sql.param(ends)}::text[]) as asked(code, range_end)`)
      .crossJoinLateral(sum);
  }

  /** Uses the index enterprises_parent. */
  const branchesOf = preparePages<EnterpriseModel>(enterpriseCursor, ({ keys, limit, after }) => {
    const page = db
      .select(enterpriseColumns)
      .from(enterprises)
      .where(and(eq(enterprises.parentUscc, askedKey), after ? behindBranch(after) : undefined))
      .orderBy(enterprises.listedOn, enterprises.uscc)
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  function branchCounts(parents: string[]) {
    return db
      .select({ uscc: sql<string>`${enterprises.parentUscc}`, count: count() })
      .from(enterprises)
      .where(anyOf(enterprises.parentUscc, parents))
      .groupBy(enterprises.parentUscc);
  }

  /** Uses the index registration_changes_enterprise. */
  const changesOf = preparePages<RegistrationChangeRow>(changeCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(registrationChanges)
      .where(and(eq(registrationChanges.uscc, askedKey), after ? behindChange(after) : undefined))
      .orderBy(desc(registrationChanges.changedOn), desc(registrationChanges.id))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  function changeCounts(usccs: string[]) {
    return db
      .select({ uscc: registrationChanges.uscc, count: count() })
      .from(registrationChanges)
      .where(anyOf(registrationChanges.uscc, usccs))
      .groupBy(registrationChanges.uscc);
  }

  return defineLoaders({
    search,
    enterpriseByUscc: createRowLoader<EnterpriseModel>(
      ({ uscc }) => uscc,
      (usccs) => enterprisesByUscc.execute({ keys: usccs }),
    ),
    /** Last name first. */
    formerNamesOf: createRowsLoader<FormerNameRow>(
      ({ uscc }) => uscc,
      (usccs) => formerNamesByUscc.execute({ keys: usccs }),
    ),
    industryByCode: createRowLoader<IndustryRow>(
      ({ code }) => code,
      (codes) => industriesByCode.execute({ keys: codes }),
    ),
    /** By code. */
    industriesUnder: createRowsLoader<IndustryRow>(
      ({ parentCode }) => parentCode!,
      (parents) => industriesByParent.execute({ keys: parents }),
    ),
    branchesOf: createPageLoader<EnterpriseModel>(({ parentUscc }) => parentUscc!, branchesOf),
    branchCountOf: createRowLoader(({ uscc }) => uscc, branchCounts),
    changesOf: createPageLoader<RegistrationChangeRow>(({ uscc }) => uscc, changesOf),
    changeCountOf: createRowLoader(({ uscc }) => uscc, changeCounts),
    enterpriseCountOf: createRowLoader(({ code }) => code, countsByRegion),
    licenceOf: prepareCertificateLoader(db, certificates, LICENCE),
    ...prepareMandateLoaders(db, now),
    ...prepareRegistrationLoaders(db, now),
  });
}

function behindBranch([listedOn, uscc]: CursorParts): SQL {
  return sql`(${enterprises.listedOn}, ${enterprises.uscc}) > (${listedOn}::date, ${uscc}::text)`;
}

function behindChange([changedOn, id]: CursorParts): SQL {
  return sql`(${registrationChanges.changedOn}, ${registrationChanges.id}) < (${changedOn}::date, ${id}::bigint)`;
}
