import type { TestDatabase } from '@yiwang/subgraph-kit/testing';

/** Valid codes; the land is made up. */
export const HOLDER = '91320000608950987L';
export const OTHER_HOLDER = '9132070070404786XB';
export const HOLDER_NAME = '江苏一号（集团）有限公司';

export const FACTORY = '320102001001GB00001';
export const SHOP = '320102001001GB00002';
/** On collective land, undated, without boundary, holder or use. */
export const BARE = '320583002003JB00001';

/** Three parcels, their units, and supplies: one by code, one by name, one of another holder with the same name. */
export async function fillRegister({ sql }: TestDatabase): Promise<void> {
  await sql`
    insert into land_uses (code, level, parent_code, name) values
    ('05', 1, null, '商服用地'), ('0501', 2, '05', '零售商业用地'),
    ('06', 1, null, '工矿仓储用地'), ('0601', 2, '06', '工业用地')`;
  await sql`
    insert into parcels (code, region_code, location, area_m2, land_use_code, holder_uscc, holder_name,
      registered_on, boundary, source) values
    (${FACTORY}, '320102', '人民路1号', 9007199254740993.25, '0601', ${HOLDER}, ${HOLDER_NAME}, '2020-05-06',
      '((118.7,32.0),(118.7,32.1),(118.8,32.1),(118.8,32.0))', 'GENERATED'),
    (${SHOP}, '320102', null, 0.75, '0501', ${HOLDER}, ${HOLDER_NAME}, '2021-01-01',
      '((118.9,32.0),(119.0,32.0),(119.0,32.1),(118.9,32.1))', 'GENERATED'),
    (${BARE}, '320583', null, 10, null, null, null, null, null, 'REGISTER')`;
  await sql`
    insert into real_estate_units (code, parcel_code, floor_area_m2, holder_uscc, holder_name, registered_on, source) values
    (${`${FACTORY}F00010001`}, ${FACTORY}, 120.50, ${HOLDER}, ${HOLDER_NAME}, '2021-02-03', 'GENERATED'),
    (${`${FACTORY}F00020001`}, ${FACTORY}, 80, null, null, null, 'GENERATED'),
    (${`${BARE}W00000000`}, ${BARE}, null, null, null, null, 'REGISTER')`;
  await sql`
    insert into land_supplies (id, project_name, region_code, parcel_code, area_m2, land_use_code, land_use_text,
      way, way_text, price_cny, holder_uscc, holder_name, signed_on, source) values
    ('by-code', '一号厂房', '320102', ${FACTORY}, 100.5, '0601', '工业用地', 'LISTING', '挂牌出让',
      123456789012345678.25, ${HOLDER}, ${HOLDER_NAME}, '2019-01-01', 'GENERATED'),
    ('by-name', '二号厂房', '3201', null, 200, '05', '批发零售用地', 'AUCTION', '拍卖出让', 2335100, null,
      ${HOLDER_NAME}, '2019-06-01', 'REGISTER'),
    ('namesake', '三号厂房', '3205', null, 300, null, '文体娱乐用地', null, '其他', null, ${OTHER_HOLDER},
      ${HOLDER_NAME}, null, 'REGISTER'),
    ('nobody', '四号厂房', null, 'gone', null, null, null, null, null, null, null, null, '2018-01-01', 'REGISTER')`;
  await sql`
    insert into land_transfers (id, region_code, parcel_code, parcel_number_text, price_cny, dealt_on, from_name, to_name, source) values
    ('first', '320102', ${SHOP}, ${SHOP}, 42250, '2016-03-17', '甲有限公司', '乙有限公司', 'REGISTER'),
    ('second', '3212', null, '2016-10', null, null, '乙有限公司', '丙有限公司', 'REGISTER')`;
  await sql`refresh materialized view parcel_counts`;
}
