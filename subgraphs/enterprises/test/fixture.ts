import type { TestDatabase } from '@yiwang/subgraph-kit/testing';

/** Real, valid codes with made-up registrations. */
export const PARENT = '91320000608950987L';
export const REVOKED = '9132070070404786XB';
export const BRANCH = '914403001922038216';

/** Three enterprises: one with a past and a branch, one revoked and undated, and the branch. */
export async function fillRegister({ sql }: TestDatabase): Promise<void> {
  await sql`
    insert into enterprises (uscc, name, search_name, status, region_code, industry_code, capital_amount,
      capital_currency, capital_text, registered_on, parent_uscc, source) values
    (${PARENT}, '江苏一号有限公司', '江苏一号有限公司', 'ACTIVE', '320102', '65', 1000000,
      'CNY', '100(万元人民币)', '2001-02-03', null, 'REGISTER'),
    (${REVOKED}, '连云港京桥（集团）公司', '连云港京桥(集团)公司', 'REVOKED', '320703', '2611', null,
      null, null, null, null, 'REGISTER'),
    (${BRANCH}, '江苏一号有限公司深圳分公司', '江苏一号有限公司深圳分公司', 'ACTIVE', '440307', 'C', null,
      null, null, '2010-09-15', ${PARENT}, 'REGISTER')`;
  await sql`
    insert into industries (code, level, parent_code, name) values
    ('I', 1, null, '信息传输、软件和信息技术服务业'), ('65', 2, 'I', '软件和信息技术服务业')`;
  await sql`insert into former_names (uscc, name, until) values (${PARENT}, '旧名有限公司', '2005-01-01')`;
  await sql`
    insert into registration_changes (uscc, changed_on, item, before, after) values
    (${PARENT}, '2005-01-01', 'NAME', '旧名有限公司', '江苏一号有限公司'),
    (${PARENT}, '2006-01-01', 'STATUS', null, 'ACTIVE')`;
  await sql`refresh materialized view enterprise_counts`;
}
