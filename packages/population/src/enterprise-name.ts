import type { County } from './counties.ts';
import type { EnterpriseTypeCode } from './enterprise-type.ts';
import type { CommonIndustry } from './industries.ts';
import type { Stream } from './stream.ts';
import { createWeightTable } from './weight-table.ts';

/** Characters of good omen, which trade names are made of. */
const CHARACTERS = [
  ...'恒瑞达盛华泰鑫祥和顺兴隆昌荣富源丰裕宏伟鸿运腾飞跃进创新科锐智博远志诚信德仁义礼嘉禾佳美',
  ...'康健安宁平永长久天地海江河湖山川林森木金银铜铁玉石宝珠明亮光辉耀星辰月阳春夏秋冬东西南北',
  ...'中正方圆通达利益民众联合同力凯旋胜捷迅速驰骏龙凤麒麟鹏雁鹤松柏竹梅兰菊荷云雨风雪晨曦晟睿',
  ...'浩瀚卓越优尚品逸雅致臻维欧亚太环球宇宙航润泽沃野拓展启元亨贞万千百亿聚汇融铭锦绣程途毅韬',
].filter((character, index, all) => all.indexOf(character) === index);

const TRADE_NAME_LENGTHS = createWeightTable([
  [2, 50],
  [3, 30],
  [4, 20],
]);

type Place = 'COUNTY' | 'CITY' | 'PROVINCE' | 'IN_BRACKETS';

const PLACES = createWeightTable<Place>([
  ['COUNTY', 66],
  ['CITY', 12],
  ['PROVINCE', 14],
  ['IN_BRACKETS', 8],
]);

const LEGAL_FORMS = createWeightTable([
  ['有限公司', 97],
  ['有限责任公司', 3],
]);

export interface NameFacts {
  county: County;
  industry: CommonIndustry;
  type: EnterpriseTypeCode;
}

/**
 * The name of enterprise i by the rule of official names: place, trade name, trade, legal form:
 * 昆山恒瑞精密机械有限公司, 鑫达（苏州）软件有限公司. A branch appends its own place: …有限公司江宁分公司.
 * At a million enterprises about one name in a thousand repeats, as names of different registries do.
 *
 * @param length characters of the trade name; 2 to 4 of the enterprises of the population
 */
export function drawName(
  stream: Stream,
  i: number,
  { county, industry, type }: NameFacts,
  length = stream.weighted(i, 3, TRADE_NAME_LENGTHS),
): string {
  const place = stream.weighted(i, 0, PLACES);
  const trade = drawTradeName(stream, i, length);
  const word = stream.pick(i, 1, industry.words);
  const legalForm = type === '1210' || type === '1220' ? '股份有限公司' : stream.weighted(i, 2, LEGAL_FORMS);
  const branch = type === '2100' ? `${county.name.replace(/[市区县]$/, '')}分公司` : '';
  if (place === 'IN_BRACKETS') return `${trade}（${county.shortName}）${word}${legalForm}${branch}`;
  const prefix = { COUNTY: county.shortName, CITY: county.cityShortName, PROVINCE: '江苏' }[place];
  return prefix + trade + word + legalForm + branch;
}

function drawTradeName(stream: Stream, i: number, length: number): string {
  let name = '';
  for (let k = 0; k < length; k++) name += stream.pick(i, 4 + k, CHARACTERS);
  return name;
}
