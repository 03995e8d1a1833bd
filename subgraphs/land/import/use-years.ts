import { foldWidth } from '@yiwang/codes';

/**
 * The years in texts such as `50`, `40年` or `69.3`; null when there are none, or several
 * (`其他普通商品住房用地70年; 批发零售用地40年;`).
 */
export function readUseYears(text: string): string | null {
  return /^(\d{1,3}(?:\.\d{1,4})?)年?$/.exec(foldWidth(text))?.[1] ?? null;
}
