/** The kinds of masked values 敏感信息. */
export type SensitiveKind = 'PERSON_NAME' | 'PHONE' | 'BANK_ACCOUNT' | 'IDENTITY_NUMBER';

/** Between the names of several holders. */
const BETWEEN_NAMES = /([、，,;；/|\s]+)/u;

/** Words that no person's name ends with; a note in brackets may follow. */
const ORGANISATION =
  /(公司|集团|企业|厂|中心|委员会|政府|学校|中学|小学|大学|学院|幼儿园|医院|卫生院|诊所|银行|信用社|合作社|供销社|联合体|煤矿|铁矿|经济社|联社|协会|学会|商会|基金会|研究[院所]|事务所|工作室|经营部|门市部|营业部|分部|总部|办事处|管理[局处所站]|服务[部站]|加油站|工会|法院|检察院|公安局|派出所|街道办|社区|村委会|居委会|村民小组|农场|林场|牧场|茶场|养殖场|种植园|饭店|酒店|宾馆|商店|商行|超市|药店|药房|店铺|寺|教堂|部队|军区|支队|大队|总队|局|厅|站|店)([(（][^()（）]*[)）])*$/u;
/** A person's name in Chinese characters has 2 to 4 of them; words such as 店 end names of more characters only. */
const MIN_ORGANISATION_LENGTH = 4;

const HIDDEN = '****';
const MIN_HIDDEN = 4;

/** Hides what identifies a person, and keeps enough to distinguish entries. */
export function mask(kind: SensitiveKind, value: string): string {
  switch (kind) {
    case 'PERSON_NAME':
      return maskNames(value);
    case 'PHONE':
      return maskMiddle(value, 3, 4);
    case 'BANK_ACCOUNT':
      return maskMiddle(value, 0, 4);
    case 'IDENTITY_NUMBER':
      return maskMiddle(value, 1, 1);
  }
}

/** 张三 → 张*. Names of organisations, which some registers keep in the same column, stay. */
function maskNames(value: string): string {
  return value
    .split(BETWEEN_NAMES)
    .map((part) =>
      part === '' || BETWEEN_NAMES.test(part) || isOrganisation(part) ? part : `${first(part)}*`,
    )
    .join('');
}

function isOrganisation(name: string): boolean {
  return [...name].length >= MIN_ORGANISATION_LENGTH && ORGANISATION.test(name);
}

/** 13812345678 → 138****5678. Hides shorter values completely. */
function maskMiddle(value: string, atStart: number, atEnd: number): string {
  const characters = [...value.trim()];
  if (characters.length < atStart + atEnd + MIN_HIDDEN) return HIDDEN;
  return `${characters.slice(0, atStart).join('')}${HIDDEN}${characters.slice(-atEnd).join('')}`;
}

function first(text: string): string {
  return [...text][0]!;
}
