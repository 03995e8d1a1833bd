import { foldWidth } from '@yiwang/codes';
import { Rejection } from './rejection.ts';

const FORM = /^(\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.(\d{1,10}))?$/;

/**
 * An exact amount of 0 or more, in the form of PostgreSQL's numeric and the scalar Decimal; null when the text is empty. The
 * point is moved in the text itself, without binary fractions.
 *
 * @param places by how many digits the point moves to the right: 4 turns 万元 into 元 and hectares into m²
 * @throws Rejection when the text is not such a number
 *
 * @example cleanDecimal('price', '24.9480', 4) // '249480'
 */
export function cleanDecimal(column: string, text: string, places = 0): string | null {
  const folded = foldWidth(text);
  if (!folded) return null;
  const match = FORM.exec(folded);
  if (!match) throw new Rejection(`${column}: ${folded} is not a number`);
  const [, whole, fraction = ''] = match;
  const digits = whole!.replaceAll(',', '') + fraction.padEnd(places, '0').slice(0, places);
  const rest = fraction.slice(places).replace(/0+$/, '');
  return digits.replace(/^0+(?=\d)/, '') + (rest && `.${rest}`);
}
