import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Input, Select } from '../../design/field.tsx';
import { PageHead } from '../../design/page-head.tsx';
import stack from '../../design/stack.module.css';
import { ask } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { useZhLang } from '../../language/lang.tsx';
import { toIndexRows } from './data/indices.ts';
import { toMatterRows } from './data/matters.ts';
import { INDICES, MATTERS, REGIONS, SHARING } from './data/queries.ts';
import styles from './dashboard.module.css';
import { IndicesPanel } from './indices-panel.tsx';
import { MattersPanel } from './matters-panel.tsx';
import { readChoice, yearUntil } from './period.ts';
import { SharingPanels } from './sharing-panels.tsx';

/** Told beneath the numbers that are missing, and not as something that went wrong. */
const TOO_FEW = 'TOO_FEW_SUBJECTS';

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const choice = readChoice(query, new Date());
  const year = yearUntil(choice.month);
  const by = choice.region.length === 2 ? 'CITY' : 'COUNTY';
  const [indices, matters, sharing, regions] = await Promise.all([
    ask(args, INDICES, { ...choice, by }),
    ask(args, MATTERS, year),
    ask(args, SHARING, year),
    ask(args, REGIONS, {}),
  ]);
  const problemsOf = ({ problems }: { problems: typeof indices.problems }) =>
    problems.filter(({ code }) => code !== TOO_FEW);
  return {
    choice,
    year,
    shown: query.get('index'),
    indices: indices.data?.serviceIndices ?? null,
    rows: indices.data?.serviceIndices ? toIndexRows(indices.data.serviceIndices) : [],
    matters: matters.data?.matterTimeStatistics
      ? toMatterRows(matters.data.matterTimeStatistics, choice.region)
      : null,
    sharing: sharing.data?.sharingStatistics ?? null,
    regions: regions.data?.regions?.edges.map(({ node }) => node) ?? [],
    problems: {
      indices: problemsOf(indices),
      matters: problemsOf(matters),
      sharing: problemsOf(sharing),
    },
  };
}

export default function Dashboard() {
  const { choice, year, shown, indices, rows, matters, sharing, regions, problems } =
    useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const langOf = useZhLang();
  return (
    <div className={stack['page']}>
      <title>{t('dashboard.title')}</title>
      <PageHead title={t('dashboard.title')} lead={t('dashboard.lead')} />
      <Form action={to('/dashboard')} className={styles['choice']} aria-label={t('dashboard.choice')}>
        <Select name="region" label={t('dashboard.region')} defaultValue={choice.region}>
          <option value="32">{t('dashboard.province')}</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code} lang={langOf(name)}>
              {name}
            </option>
          ))}
        </Select>
        <Input
          name="month"
          type="month"
          label={t('dashboard.month')}
          defaultValue={choice.month}
          pattern="\d{4}-\d{2}"
        />
        {shown && <input type="hidden" name="index" value={shown} />}
        <Button look="secondary">{t('dashboard.show')}</Button>
      </Form>
      <ProblemNotice problems={problems.indices} />
      {indices && <IndicesPanel indices={indices} rows={rows} choice={choice} shown={shown} />}
      <ProblemNotice problems={problems.matters} />
      {matters && (
        <MattersPanel
          rows={matters}
          choice={choice}
          period={t('dashboard.period', { from: format.day(year.from), until: format.day(year.until) })}
        />
      )}
      <ProblemNotice problems={problems.sharing} />
      {sharing && <SharingPanels sharing={sharing} choice={choice} />}
    </div>
  );
}
