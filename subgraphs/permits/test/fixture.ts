import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { cases, permits, serviceItems } from '../src/tables.ts';

/** Real, valid codes; what they apply for is made up. */
export const RESTAURANT = '91320000608950987L';
export const BUILDER = '9132070070404786XB';
export const IDLE = '914403001922038216';

/** With a guide, and of the 31-character form. */
export const FOOD = '11320000YW0000311U2320131004001';
/** Without a guide, as a real register gives it. */
export const CONSULTING = '512C0053300008-511602000000-000-115113010833722043-1-00';
export const BUILDING = '11320000YW0000177B2320117001001';

/** Three service items; three cases, one of them open; three permits, one expired and one ended early. */
export async function fillRegister({ db, sql }: TestDatabase): Promise<void> {
  await db.insert(serviceItems).values([
    {
      code: FOOD,
      basicCode: '320131004001',
      name: '食品经营许可（新办）',
      searchName: '食品经营许可(新办)',
      searchText:
        '食品经营许可(新办)\n食品经营许可\n江苏省市场监督管理局\n《中华人民共和国食品安全法》第三十五条',
      guideText: '有制度\n平面图\nFLOORPLAN',
      mainItem: '食品经营许可',
      type: 'LICENCE',
      departmentCode: '11320000YW0000311U',
      departmentName: '江苏省市场监督管理局',
      regionCode: '32',
      basis: '《中华人民共和国食品安全法》第三十五条',
      conditions: ['有制度'],
      materials: [{ name: '平面图', originals: 1, copies: 2, fromSharedData: false }],
      statutoryDays: 20,
      promisedDays: 5,
      visits: 0,
      feeCny: '0.50',
      onlineDepth: 7,
      levels: ['COUNTY'],
      source: 'GENERATED',
    },
    {
      code: BUILDING,
      name: '建筑工程施工许可（新办）',
      searchName: '建筑工程施工许可(新办)',
      searchText: '建筑工程施工许可(新办)\n江苏省住房和城乡建设厅',
      type: 'LICENCE',
      departmentName: '江苏省住房和城乡建设厅',
      regionCode: '320102',
      visits: 1,
      source: 'GENERATED',
    },
    {
      code: CONSULTING,
      name: '学生资助政策咨询',
      searchName: '学生资助政策咨询',
      searchText: '学生资助政策咨询\n区教科体局',
      type: 'PUBLIC_SERVICE',
      departmentCode: '083372204',
      departmentName: '区教科体局',
      regionCode: '511602',
      source: 'REGISTER',
    },
  ]);
  await db.insert(cases).values([
    {
      number: 'A-0001',
      serviceItemCode: FOOD,
      applicantUscc: RESTAURANT,
      regionCode: '320102',
      state: 'DELIVERED',
      decision: 'GRANTED',
      receivedOn: '2024-02-28',
      dueOn: '2024-03-06',
      decidedOn: '2024-03-01',
      timeline: [
        ['SUBMITTED', 0],
        ['RETURNED', 1, '申请材料不齐全'],
        ['GRANTED', 2],
        ['DELIVERED', 3],
      ],
      source: 'GENERATED',
    },
    {
      number: 'A-0002',
      serviceItemCode: FOOD,
      applicantUscc: RESTAURANT,
      regionCode: '320102',
      state: 'SUBMITTED',
      receivedOn: '2025-12-31',
      timeline: [['SUBMITTED', 0]],
      source: 'GENERATED',
    },
    {
      number: 'A-0003',
      serviceItemCode: BUILDING,
      applicantUscc: BUILDER,
      regionCode: '3201',
      state: 'DECIDED',
      decision: 'GRANTED',
      receivedOn: '2023-01-03',
      dueOn: '2023-01-05',
      decidedOn: '2023-01-04',
      timeline: [
        ['SUBMITTED', 0],
        ['GRANTED', 1],
      ],
      source: 'GENERATED',
    },
  ]);
  await db.insert(permits).values([
    {
      number: 'JY13201020001',
      name: '食品经营许可证',
      serviceItemCode: FOOD,
      holderUscc: RESTAURANT,
      issuingAuthority: '玄武区市场监督管理局',
      regionCode: '320102',
      validFrom: '2024-03-01',
      validUntil: '2029-02-28',
      caseNumber: 'A-0001',
      source: 'GENERATED',
    },
    {
      number: 'JY13201020000',
      name: '食品经营许可证',
      serviceItemCode: FOOD,
      holderUscc: RESTAURANT,
      issuingAuthority: '玄武区市场监督管理局',
      regionCode: '320102',
      validFrom: '2019-03-01',
      validUntil: '2024-02-28',
      source: 'GENERATED',
    },
    {
      number: '(苏)SG〔2023〕1',
      name: '建筑工程施工许可证',
      serviceItemCode: BUILDING,
      holderUscc: BUILDER,
      issuingAuthority: '南京市住房和城乡建设局',
      regionCode: '3201',
      validFrom: '2023-01-04',
      endedOn: '2024-06-01',
      endedBy: 'REVOKED',
      caseNumber: 'A-0003',
      source: 'GENERATED',
    },
  ]);
  await sql`refresh materialized view permit_counts`;
}
