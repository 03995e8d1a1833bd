import { data, type LoaderFunctionArgs } from 'react-router';
import { ask, failPage } from '../../graph/ask.ts';
import { isLanguage } from '../../language/languages.ts';
import { textsOf } from '../../language/text.tsx';
import { type Cell, toCsv } from './csv.ts';
import { INDEX_NAMES, toIndexRows } from './data/indices.ts';
import { toMatterRows } from './data/matters.ts';
import { INDICES, MATTERS, SHARING } from './data/queries.ts';
import { type Choice, readChoice, yearUntil } from './period.ts';

type Rows = readonly (readonly Cell[])[];
type Make = (args: LoaderFunctionArgs, choice: Choice, t: (id: string) => string) => Promise<Rows>;

/** Each table of the dashboard with unrounded numbers: shares from 0 to 1, times in hours. */
const TABLES: Readonly<Record<string, Make>> = {
  async indices(args, choice, t) {
    const by = choice.region.length === 2 ? 'CITY' : 'COUNTY';
    const answer = await ask(args, INDICES, { ...choice, by });
    const indices = answer.data?.serviceIndices;
    if (!indices) failPage(answer);
    return [
      [
        t('dashboard.month'),
        t('dashboard.code'),
        t('dashboard.region'),
        t('dashboard.ownOnly'),
        ...INDEX_NAMES.map((name) => t(`dashboard.index.${name}`)),
      ],
      ...toIndexRows(indices).map(({ code, name, isOwnOnly, values }) => [
        choice.month,
        code,
        name,
        isOwnOnly ? 1 : 0,
        ...INDEX_NAMES.map((each) => values[each]),
      ]),
    ];
  },

  async matters(args, choice, t) {
    const year = yearUntil(choice.month);
    const answer = await ask(args, MATTERS, year);
    const statistics = answer.data?.matterTimeStatistics;
    if (!statistics) failPage(answer);
    const names = ['from', 'until', 'code', 'region', 'matter', 'completed', 'undone', 'overdue', 'days'];
    return [
      [...names, 'official', 'applicant', 'machine'].map((name) => t(`dashboard.${name}`)),
      ...toMatterRows(statistics, choice.region).map(
        ({ matter, region, completed, undone, overdue, times }) => [
          year.from,
          year.until,
          region.code,
          region.name,
          matter.name,
          completed,
          undone,
          overdue,
          times?.workingDays ?? null,
          times?.officialHours ?? null,
          times?.applicantHours ?? null,
          times?.machineHours ?? null,
        ],
      ),
    ];
  },

  async sharing(args, choice, t) {
    const answer = await ask(args, SHARING, yearUntil(choice.month));
    if (!answer.data?.sharingStatistics) failPage(answer);
    return [
      ['at', 'unconditionalShare', 'sharedShare'].map((name) => t(`dashboard.${name}`)),
      ...answer.data.sharingStatistics.overTime.map(({ at, shares }) => [
        at,
        shares.unconditionalShare ?? null,
        shares.sharedShare ?? null,
      ]),
    ];
  },

  async departments(args, choice, t) {
    const answer = await ask(args, SHARING, yearUntil(choice.month));
    if (!answer.data?.sharingStatistics) failPage(answer);
    const names = ['department', 'fieldCount', 'unconditionalShare', 'sharedShare', 'answered', 'inTime'];
    return [
      [...names, 'median', 'open', 'overdue'].map((name) => t(`dashboard.${name}`)),
      ...answer.data.sharingStatistics.departments.map(({ department, figures }) => [
        department.name,
        figures.shares.fields,
        figures.shares.unconditionalShare ?? null,
        figures.shares.sharedShare ?? null,
        figures.applications.answered,
        figures.applications.inTimeShare ?? null,
        figures.applications.medianWorkingDays ?? null,
        figures.applications.open,
        figures.applications.overdue,
      ]),
    ];
  },
};

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const name = args.params['table']!.replace(/\.csv$/, '');
  const make = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  const language = args.params['language'];
  if (!make || !isLanguage(language)) throw data(null, { status: 404 });
  const choice = readChoice(new URL(args.request.url).searchParams, new Date());
  const { t } = textsOf(language);
  return new Response(toCsv(await make(args, choice, t)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${choice.region}-${choice.month}.csv"`,
    },
  });
}
