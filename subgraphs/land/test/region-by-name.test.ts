import { expect, test } from 'vitest';
import { regionByNames } from '../import/region-by-name.ts';

test.each<[what: string, names: string[], code: string | null]>([
  ['a county beneath its city', ['江苏省', '泰州市', '泰兴市'], '321283'],
  ['a province cut short', ['广西壮族', '南宁市', ''], '4501'],
  ['the city itself', ['河南省', '郑州市', '郑州市本级'], '4101'],
  ['a municipality itself', ['北京市', '北京市本级'], '11'],
  ['a county whose city no longer exists', ['安徽省', '巢湖市', '庐江县'], '340124'],
  ['a county that has moved to another city', ['安徽省', '六安市', '寿县'], '340422'],
  ['a county alone whose name is the only one of its kind', ['', '', '喀什市'], '653101'],
  ['a city that is a county too', ['甘肃省', '嘉峪关市', ''], '6202'],
  ['a county that became a district: its city', ['江苏省', '常州市', '金坛市'], '3204'],
  ['a district that its city does not have: not one of another city', ['江苏省', '常州市', '鼓楼区'], '3204'],
  ['a name that several counties have', ['', '', '鼓楼区'], null],
  ['a name that no region has', ['新疆建设兵团', '农一师', '农一师本级'], null],
  ['nothing', ['', '', ''], null],
])('%s', (_what, names, code) => {
  expect(regionByNames(names)).toBe(code);
});
