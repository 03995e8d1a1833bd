import { expect, test } from 'vitest';
import { mask, type SensitiveKind } from '../src/trust/mask.ts';

test.each<[kind: SensitiveKind, value: string, shown: string]>([
  ['PERSON_NAME', '张三', '张*'],
  ['PERSON_NAME', ' 欧阳修远 ', ' 欧* '],
  ['PERSON_NAME', '张三、李四五；王六', '张*、李*；王*'],
  ['PERSON_NAME', '阿不都热合曼·买买提', '阿*'],
  ['PERSON_NAME', '阿不都热合曼', '阿*'],
  ['PERSON_NAME', 'Li Wei', 'L* W*'],
  ['PERSON_NAME', '李小店', '李*'],
  ['PERSON_NAME', '陈建厂', '陈*'],
  ['PERSON_NAME', '𠮷田', '𠮷*'],
  ['PERSON_NAME', '', ''],
  ['PERSON_NAME', '霸州市顺达天然气有限公司', '霸州市顺达天然气有限公司'],
  ['PERSON_NAME', '宝应县氾水镇人民政府', '宝应县氾水镇人民政府'],
  ['PERSON_NAME', '张三、宝应县城市建设有限公司', '张*、宝应县城市建设有限公司'],
  ['PERSON_NAME', '上海某某(集团)有限公司(筹)', '上海某某(集团)有限公司(筹)'],
  ['PHONE', '13812345678', '138****5678'],
  ['PHONE', '025-83217654', '025****7654'],
  ['PHONE', '83217654', '****'],
  ['BANK_ACCOUNT', '6222020200112233445', '****3445'],
  ['BANK_ACCOUNT', '1234567', '****'],
  ['IDENTITY_NUMBER', '32058319700101123X', '3****X'],
  ['IDENTITY_NUMBER', '12345', '****'],
])('%s %s is shown as %s', (kind, value, shown) => {
  expect(mask(kind, value)).toBe(shown);
});
