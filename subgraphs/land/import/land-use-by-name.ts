import { foldWidth, lookUpLandUseByName } from '@yiwang/codes';

/**
 * Names of the standard of 2007 and of supply notices that GB/T 21010-2017 no longer has, and the one
 * class or kind in which all that they meant lies today. 文体娱乐用地 is not among them: it was divided
 * between two classes.
 */
const OLDER_NAMES: Readonly<Record<string, string>> = {
  批发零售用地: '05',
  住宿餐饮用地: '05',
  医卫慈善用地: '08',
  科教用地: '08',
  公共设施用地: '0809',
  街巷用地: '1004',
  高档住宅用地: '0701',
  其他普通商品住房用地: '0701',
  '中低价位、中小套型普通商品住房用地': '0701',
  经济适用住房用地: '0701',
  廉租住房用地: '0701',
  公共租赁住房用地: '0701',
};

/** The code of GB/T 21010-2017 that a register's text stands for; null when it stands for no one code. */
export function landUseByName(text: string): string | null {
  const name = foldWidth(text);
  return lookUpLandUseByName(name)?.code ?? OLDER_NAMES[name] ?? null;
}
