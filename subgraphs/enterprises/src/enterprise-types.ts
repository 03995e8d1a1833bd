/** 企业类型: the codes of the registers that we have met, with their names. */
export const ENTERPRISE_TYPES: Readonly<Record<string, string>> = {
  '1100': '有限责任公司',
  '1110': '有限责任公司(国有独资)',
  '1130': '有限责任公司(自然人投资或控股)',
  '1151': '有限责任公司(自然人独资)',
  '1210': '股份有限公司(上市)',
  '1220': '股份有限公司(非上市)',
  '2100': '分公司',
};

const CODES_BY_NAME = new Map(Object.entries(ENTERPRISE_TYPES).map(([code, name]) => [name, code]));

/** The code of a register's text; null when the text is not one of the table's names to the letter. */
export function typeCodeOf(text: string): string | null {
  return CODES_BY_NAME.get(text) ?? null;
}
