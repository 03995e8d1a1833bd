import { foldWidth } from '@yiwang/codes';
import { Refusal } from './refusal.ts';

const FORM = /^(\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.(\d{1,10}))?$/;

/**
 * An exact amount of 0 or more as PostgreSQL's numeric and the scalar Decimal take it; null when the
 * text is empty. The point moves on the text itself: no binary fraction ever touches an amount.
 *
 * @param places by how many digits the point moves to the right: 4 turns 万元 into 元 and hectares into m²
 * @throws Refusal when the text is no such number
 *
 * @example cleanDecimal('price', '24.9480', 4) // '249480'
 */
export function cleanDecimal(column: string, text: string, places = 0): string | null {
  const folded = foldWidth(text);
  if (!folded) return null;
  const match = FORM.exec(folded);
  if (!match) throw new Refusal(`${column}: ${folded} is not a number`);
  const [, whole, fraction = ''] = match;
  const digits = whole!.replaceAll(',', '') + fraction.padEnd(places, '0').slice(0, places);
  const rest = fraction.slice(places).replace(/0+$/, '');
  return digits.replace(/^0+(?=\d)/, '') + (rest && `.${rest}`);
}
