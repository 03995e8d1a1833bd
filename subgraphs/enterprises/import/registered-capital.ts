/** What a register's text of a capital says. */
export interface Capital {
  /** Whole units of the currency, exact; null when the text cannot be read. */
  amount: string | null;
  /** ISO 4217; null when the text names none that is known. */
  currency: string | null;
}

/** Longest first, so that 万元人民币 is not read as 万元. */
const CURRENCIES: readonly (readonly [words: RegExp, code: string])[] = [
  [/美元|USD/i, 'USD'],
  [/港元|港币|HKD/i, 'HKD'],
  [/日元|日圆|JPY/i, 'JPY'],
  [/欧元|EUR/i, 'EUR'],
  [/英镑|GBP/i, 'GBP'],
  [/新台币|台币|TWD/i, 'TWD'],
  // Last: 元 alone is the yuan, but stands within the names above too.
  [/人民币|元|CNY|RMB/i, 'CNY'],
];

const FORM = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{1,10}))?\(?(万|亿)?([^\d()]*)\)?$/;

/**
 * Reads texts such as `931,003.9655(万元人民币)`, `100万人民币` or `50(万)`.
 *
 * @param text with width folded
 */
export function readCapital(text: string): Capital {
  const match = FORM.exec(text.replace(/\s+/g, ''));
  if (!match) return { amount: null, currency: null };
  const [, whole, fraction = '', unit, words] = match;
  const zeros = unit === '亿' ? 8 : unit === '万' ? 4 : 0;
  const currency = CURRENCIES.find(([pattern]) => pattern.test(words!))?.[1] ?? null;
  return { amount: shift(whole!.replaceAll(',', ''), fraction, zeros), currency };
}

/** Moves the decimal point to the right on the text itself: no binary fraction ever touches an amount. */
function shift(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction.padEnd(places, '0').slice(0, places);
  const rest = fraction.slice(places).replace(/0+$/, '');
  return digits.replace(/^0+(?=\d)/, '') + (rest && `.${rest}`);
}
