import type { TestDatabase } from '@yiwang/subgraph-kit/testing';

/** Real, valid codes with made-up books. */
export const BUSY = '91320000608950987L';
export const QUIET = '9132070070404786XB';
/** Number of a taxpayer from before the USCC. */
export const OLD = '360206550875725';

/** Three taxpayers: one with everything, one with nothing, and one with an old number that two offices graded. */
export async function fillBooks({ sql }: TestDatabase): Promise<void> {
  await sql`insert into tax_authorities (no, name) values (1, '江苏省税务局'), (2, '连云港税务局'), (3, '景德镇税务局')`;
  await sql`
    insert into taxpayers (no, id, name, search_name, authority_no, region_code, source) values
    (1, ${BUSY}, '江苏一号有限公司', '江苏一号有限公司', 1, '32', 'GENERATED'),
    (2, ${QUIET}, '连云港京桥（集团）公司', '连云港京桥(集团)公司', 2, '3207', 'GENERATED'),
    (3, ${OLD}, '景德镇市伟雁水暖器材物资有限公司', '景德镇市伟雁水暖器材物资有限公司', 3, '360206', 'REGISTER')`;
  await sql`
    insert into credit_grades (taxpayer_no, year, authority_no, grade, source) values
    (1, 2023, 1, 'B', 'GENERATED'), (1, 2024, 1, 'A', 'GENERATED'),
    (3, 2018, 1, 'A', 'REGISTER'), (3, 2018, 3, 'A', 'REGISTER')`;
  await sql`
    insert into assessed_taxes (taxpayer_no, kind, filing_period, since, source) values
    (1, 'STAMP_DUTY', 'YEARLY', '2016-05-01', 'GENERATED'),
    (1, 'VALUE_ADDED_TAX', 'MONTHLY', '2016-05-01', 'GENERATED')`;
  await sql`
    insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, taxable_cny, tax_cny, source) values
    (1, '2024-12-31', 'YEARLY', 'STAMP_DUTY', '2025-01-10', 1000000.10, 300.00, 'GENERATED'),
    (1, '2024-12-31', 'YEARLY', 'URBAN_LAND_USE_TAX', '2025-01-10', null, 4000, 'GENERATED'),
    (1, '2024-12-31', 'MONTHLY', 'VALUE_ADDED_TAX', '2025-01-11', 123456789012345.67, 16049382571604.94, 'GENERATED'),
    (1, '2025-03-31', 'QUARTERLY', 'CORPORATE_INCOME_TAX', '2025-04-12', 0, 0, 'GENERATED'),
    (1, '2025-03-14', 'EACH_TIME', 'DEED_TAX', '2025-03-14', 900.01, 27, 'GENERATED')`;
  await sql`
    insert into payments (number, taxpayer_no, paid_on, ends_on, filing_period, kind, amount_cny, source) values
    (332250100000000101, 1, '2025-01-10', '2024-12-31', 'YEARLY', 'STAMP_DUTY', 300, 'GENERATED'),
    (332250100000000102, 1, '2025-01-10', '2024-12-31', 'YEARLY', 'URBAN_LAND_USE_TAX', 1500.5, 'GENERATED'),
    (332250300000000103, 1, '2025-03-14', '2025-03-14', 'EACH_TIME', 'DEED_TAX', 27, 'GENERATED')`;
  await sql`
    insert into arrears (taxpayer_no, kind, since, amount_cny, source) values
    (1, 'URBAN_LAND_USE_TAX', '2025-01-16', 2499.5, 'GENERATED'),
    (1, 'VALUE_ADDED_TAX', '2025-01-16', 90071992547409.93, 'GENERATED')`;
  await sql`
    insert into invoice_totals (taxpayer_no, month, count, amount_cny, tax_cny, source) values
    (1, '2025-01-01', 3, 1000, 130, 'GENERATED'), (1, '2025-02-01', 4, 2000, 260, 'GENERATED'),
    (1, '2025-03-01', 5, 3000, 390, 'GENERATED')`;
  await sql`update taxpayers set grades = grade_terms(no)`;
  await sql`refresh materialized view taxpayer_counts`;
  await sql`refresh materialized view graded_counts`;
}
