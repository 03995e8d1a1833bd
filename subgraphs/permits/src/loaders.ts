import { regionRange } from '@yiwang/codes';
import {
  anyOf,
  askedKey,
  askedKeys,
  createLoadersByArguments,
  type CursorParts,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  defineLoaders,
  preparePages,
  withinRegions,
} from '@yiwang/subgraph-kit';
import { prepareCertificateLoader } from '@yiwang/subgraph-kit/certificates';
import type { CaseEventRow } from '@yiwang/subgraph-kit/cases/tables';
import type { PrefillRow } from '@yiwang/subgraph-kit/prefill/tables';
import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { ReadForm } from './cases/case-form.ts';
import { createCaseInbox } from './cases/case-inbox.ts';
import { createMyCases } from './cases/my-cases.ts';
import { createTimeLimitStatistics } from './cases/time-limit-statistics.ts';
import { certificates } from './certificates/certificate-tables.ts';
import { PERMIT } from './certificates/permit-certificates.ts';
import { serviceItemColumns } from './columns.ts';
import { caseCursor, permitCursor } from './cursors.ts';
import { prepareItemLoaders } from './items/item-loaders.ts';
import { type CaseMaterialRow, caseMaterials, materials } from './materials/case-material-tables.ts';
import type { ServiceItemModel } from './models.ts';
import { casePrefills } from './prefill/prefill-tables.ts';
import { createIndexEntries } from './indices/index-entries.ts';
import { createServiceIndices } from './indices/service-indices.ts';
import { prepareOfferLoaders } from './offers/offer-lists.ts';
import { prepareReformLoaders } from './reform/reform-loaders.ts';
import type { ReadSharedFields } from './reform/shared-fields.ts';
import { createServiceItemSearch } from './service-item-search.ts';
import {
  caseEvents,
  type CaseRow,
  cases,
  currentPermitCounts,
  type PermitRow,
  permits,
  serviceItems,
} from './tables.ts';

interface CountByEnterprise {
  uscc: string;
  count: number;
}

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The only SQL of the department. Statements are prepared once for a database; the function that is
 * returned makes one request's loaders, which forget everything with the request.
 */
export function prepareLoaders(
  db: PostgresJsDatabase,
  readForm: ReadForm,
  now: () => Date,
  readSharedFields: ReadSharedFields,
) {
  const keys = sql.placeholder('keys');
  const search = createServiceItemSearch(db);

  const serviceItemsByCode = db
    .select(serviceItemColumns)
    .from(serviceItems)
    .where(anyOf(serviceItems.code, keys))
    .prepare('service_items_by_code');

  const casesByNumber = db.select().from(cases).where(anyOf(cases.number, keys)).prepare('cases_by_number');

  /** Uses the primary key. */
  const eventsByCase = db
    .select()
    .from(caseEvents)
    .where(anyOf(caseEvents.caseNumber, keys))
    .orderBy(asc(caseEvents.caseNumber), asc(caseEvents.sequence))
    .prepare('case_events_by_case');

  /** Uses the primary key. */
  const materialsOfCases = db
    .select({
      caseNumber: caseMaterials.caseNumber,
      id: materials.id,
      material: caseMaterials.material,
      name: materials.name,
      bytes: materials.bytes,
      mediaType: materials.mediaType,
      sha256: materials.sha256,
      at: materials.at,
    })
    .from(caseMaterials)
    .innerJoin(materials, eq(materials.id, caseMaterials.materialId))
    .where(anyOf(caseMaterials.caseNumber, keys))
    .orderBy(asc(caseMaterials.caseNumber), asc(caseMaterials.addedAt), asc(materials.id))
    .prepare('case_materials_by_case');

  /** Uses the primary key. */
  const prefillsOfCases = db
    .select()
    .from(casePrefills)
    .where(anyOf(casePrefills.caseNumber, keys))
    .orderBy(asc(casePrefills.caseNumber), asc(casePrefills.field))
    .prepare('case_prefills_by_case');

  const permitsByNumber = db
    .select()
    .from(permits)
    .where(anyOf(permits.number, keys))
    .prepare('permits_by_number');

  /** Uses the index permits_case. */
  const permitsByCase = db
    .select()
    .from(permits)
    .where(anyOf(permits.caseNumber, keys))
    .prepare('permits_by_case');

  const permitCountsByHolder = db
    .select({ uscc: sql<string>`${permits.holderUscc}`, count: count() })
    .from(permits)
    .where(anyOf(permits.holderUscc, keys))
    .groupBy(permits.holderUscc)
    .prepare('permit_counts_by_holder');

  const caseCountsByApplicant = db
    .select({ uscc: sql<string>`${cases.applicantUscc}`, count: count() })
    .from(cases)
    .where(and(anyOf(cases.applicantUscc, keys), inRegions, wasSubmitted))
    .groupBy(cases.applicantUscc)
    .prepare('case_counts_by_applicant');

  /** Uses the index permits_holder. */
  const permitsOf = preparePages<PermitRow>(permitCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(permits)
      .where(and(eq(permits.holderUscc, askedKey), after ? behindPermit(after) : undefined))
      .orderBy(desc(permits.validFrom), desc(permits.number))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  /** Uses the index cases_applicant. */
  const casesOf = preparePages<CaseRow>(caseCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(cases)
      .where(
        and(
          eq(cases.applicantUscc, askedKey),
          inRegions,
          wasSubmitted,
          after ? behindCase(after) : undefined,
        ),
      )
      .orderBy(desc(cases.receivedOn), desc(cases.number))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  /** Each asked region that has permits, with the sum over its subtree. */
  function permitCountsByRegion(codes: string[]) {
    const ends = codes.map((code) => regionRange(code).to);
    return db
      .select({ code: sql<string>`asked.code`, count: sql<number>`sum(${currentPermitCounts.count})::int` })
      .from(sql`unnest(${sql.param(codes)}::text[], ${sql.param(ends)}::text[]) as asked(code, range_end)`)
      .innerJoin(
        currentPermitCounts,
        sql`${currentPermitCounts.regionCode} >= asked.code and ${currentPermitCounts.regionCode} < asked.range_end`,
      )
      .groupBy(sql`asked.code`);
  }

  return defineLoaders({
    ...prepareItemLoaders(db),
    ...prepareReformLoaders(db, readSharedFields, now),
    ...prepareOfferLoaders(db, now),
    serviceIndices: createServiceIndices(db, now),
    indexEntries: createIndexEntries(db),
    search,
    serviceItemByCode: createRowLoader<ServiceItemModel>(
      ({ code }) => code,
      (codes) => serviceItemsByCode.execute({ keys: codes }),
    ),
    caseByNumber: createRowLoader<CaseRow>(
      ({ number }) => number,
      (numbers) => casesByNumber.execute({ keys: numbers }),
    ),
    /** First event first; of cases that were filed in the graph. */
    eventsOfCase: createRowsLoader<CaseEventRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => eventsByCase.execute({ keys: numbers }),
    ),
    materialsOfCase: createRowsLoader<CaseMaterialRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => materialsOfCases.execute({ keys: numbers }),
    ),
    prefillOfCase: createRowsLoader<PrefillRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => prefillsOfCases.execute({ keys: numbers }),
    ),
    formAt: (itemCode: string, version: number) => readForm(db, itemCode, version),
    myCases: createMyCases(db),
    caseInbox: createCaseInbox(db, now),
    timeLimitStatistics: createTimeLimitStatistics(db),
    permitByNumber: createRowLoader<PermitRow>(
      ({ number }) => number,
      (numbers) => permitsByNumber.execute({ keys: numbers }),
    ),
    permitOfCase: createRowLoader<PermitRow>(
      ({ caseNumber }) => caseNumber!,
      (numbers) => permitsByCase.execute({ keys: numbers }),
    ),
    /** Newest first. */
    permitsOf: createPageLoader<PermitRow>(({ holderUscc }) => holderUscc!, permitsOf),
    permitCountOf: createRowLoader<CountByEnterprise>(
      ({ uscc }) => uscc,
      (usccs) => permitCountsByHolder.execute({ keys: usccs }),
    ),
    /** Newest first, without drafts; only those in the regions, unless they are null. */
    casesOf: createLoadersByArguments(({ regions }: { regions: readonly string[] | null }) =>
      defineLoaders({
        pageOf: createPageLoader<CaseRow>(
          ({ applicantUscc }) => applicantUscc!,
          (usccs, limit, after) => casesOf(usccs, limit, after, { regions }),
        ),
        countOf: createRowLoader<CountByEnterprise>(
          ({ uscc }) => uscc,
          (usccs) => caseCountsByApplicant.execute({ keys: usccs, regions }),
        ),
      }),
    ),
    permitCountUnder: createRowLoader(({ code }) => code, permitCountsByRegion),
    certificateOfPermit: prepareCertificateLoader(db, certificates, PERMIT),
  });
}

const inRegions = withinRegions(cases.regionCode, sql.placeholder('regions'));

/** A case that was filed in the graph is known to its applicant alone until it is submitted. */
const wasSubmitted = or(isNull(cases.filedBy), isNotNull(cases.submittedAt));

function behindPermit([validFrom, number]: CursorParts): SQL {
  return sql`(${permits.validFrom}, ${permits.number}) < (${validFrom}::date, ${number}::text)`;
}

function behindCase([receivedOn, number]: CursorParts): SQL {
  return sql`(${cases.receivedOn}, ${cases.number}) < (${receivedOn}::date, ${number}::text)`;
}
