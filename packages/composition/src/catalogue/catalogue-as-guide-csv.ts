import { stringify } from 'csv-stringify/sync';
import type { SharingClass, UpdateCycle } from '../sdl/sharing.ts';
import { chineseTerm } from './chinese-term.ts';
import type { DataResource, DataResourceField } from './data-resource.ts';

/** The columns of the guide of 2017 政务信息资源目录编制指南（试行）: one row a data item 信息项. */
const COLUMNS: readonly [
  title: string,
  read: (resource: DataResource, field: DataResourceField) => string | number,
][] = [
  ['类', ({ code }) => code.slice(0, 1)],
  ['项', ({ code }) => code.slice(1, 3)],
  ['目', ({ code }) => code.slice(3, 6)],
  ['细目', ({ code }) => code.slice(7)],
  ['信息资源代码', ({ code }) => code],
  ['信息资源名称', ({ name, coordinate }) => (name === coordinate ? name : `${name} ${coordinate}`)],
  ['信息资源提供方', ({ department }) => department],
  ['信息资源摘要', ({ summary, coordinate }) => summary ?? coordinate],
  ['信息资源格式', ({ format }) => format],
  ['信息项名称', (_resource, { name, summary }) => [chineseTerm(summary), name].filter(Boolean).join(' ')],
  ['信息项摘要', (_resource, { summary }) => summary ?? ''],
  ['数据类型', (_resource, { type }) => type],
  ['共享类型', (_resource, { sharing }) => SHARING[sharing]],
  ['共享条件', (_resource, { basis }) => basis ?? ''],
  ['共享方式', () => BY_SERVICE],
  ['更新周期', (_resource, { cycle }) => (cycle ? CYCLES[cycle] : '')],
  ['版本', ({ version }) => version],
  ['关联资源代码', ({ related }) => related.join(';')],
];

// Codes of the guide.
const SHARING: Readonly<Record<SharingClass, number>> = { UNCONDITIONAL: 1, CONDITIONAL: 2, NOT_SHARED: 3 };
const CYCLES: Readonly<Record<UpdateCycle, number>> = {
  REAL_TIME: 1,
  DAILY: 2,
  WEEKLY: 3,
  MONTHLY: 4,
  QUARTERLY: 5,
  YEARLY: 6,
};
/** 1 is by database, 2 by file. */
const BY_SERVICE = 3;

/** The catalogue as CSV in the form of the guide of 2017, with a byte order mark, without which spreadsheets misread Chinese. */
export function catalogueAsGuideCsv(resources: readonly DataResource[]): string {
  const rows = resources.flatMap((resource) =>
    resource.fields.map((field) => COLUMNS.map(([, read]) => read(resource, field))),
  );
  // A summary that begins with = would be a formula to a spreadsheet.
  return stringify([COLUMNS.map(([title]) => title), ...rows], { bom: true, escape_formulas: true });
}
