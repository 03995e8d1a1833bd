import { dayOfDate } from './calendar.ts';
import type { CommonIndustry } from './industries.ts';
import type { Stream } from './stream.ts';

/** Items that enterprises of every industry add to their own. */
const COMMON_ITEMS = [
  '货物进出口',
  '技术进出口',
  '进出口代理',
  '技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广',
  '信息咨询服务（不含许可类信息咨询服务）',
  '企业管理咨询',
  '国内贸易代理',
  '会议及展览服务',
  '机械设备租赁',
  '以自有资金从事投资活动',
];

/** Since then registries write scopes in standard items under two headings. */
const STANDARD_ITEMS_DAY = dayOfDate('2020-09-01');
const PERMIT_NOTE = '依法须经批准的项目，经相关部门批准后方可开展经营活动';
const LICENCE_NOTE = '除依法须经批准的项目外，凭营业执照依法自主开展经营活动';

/** The business scope (经营范围) of enterprise i, worded as at the time of its registration. */
export function drawBusinessScope(
  stream: Stream,
  i: number,
  industry: CommonIndustry,
  registeredDay: number,
): string {
  const general = [...new Set([...industry.general, ...drawCommonItems(stream, i)])].join('；');
  const licensed = industry.licensed.join('；');
  if (registeredDay < STANDARD_ITEMS_DAY) {
    return `${licensed === '' ? general : `${licensed}；${general}`}。（${PERMIT_NOTE}）`;
  }
  const underLicence = `一般项目：${general}（${LICENCE_NOTE}）`;
  return licensed === '' ? underLicence : `许可项目：${licensed}（${PERMIT_NOTE}）。${underLicence}`;
}

/** None to three of the common items, none twice. */
function drawCommonItems(stream: Stream, i: number): string[] {
  const count = stream.integer(i, 0, 0, 3);
  const start = stream.integer(i, 1, 0, COMMON_ITEMS.length - 1);
  // Strides coprime to the ten items visit each once.
  const stride = stream.pick(i, 2, [1, 3, 7, 9]);
  return Array.from({ length: count }, (_, n) => COMMON_ITEMS[(start + n * stride) % COMMON_ITEMS.length]!);
}
