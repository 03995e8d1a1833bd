import { Link } from 'react-router';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import type { DashboardIndicesQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { Bars } from './charts/bars.tsx';
import { DataTable } from './charts/data-table.tsx';
import { shadesOf } from './charts/scales.ts';
import { INDEX_NAMES, type IndexName, type IndexRow } from './data/indices.ts';
import styles from './dashboard.module.css';
import { RegionMap } from './map/region-map.tsx';
import type { Choice } from './period.ts';

/** The five indices: of the region, and one of them by the regions beneath it. */
export function IndicesPanel({
  indices,
  rows,
  choice,
  shown,
}: {
  indices: NonNullable<DashboardIndicesQuery['serviceIndices']>;
  rows: readonly IndexRow[];
  choice: Choice;
  shown: string | null;
}) {
  const { t, to, format } = useTexts();
  const index: IndexName = INDEX_NAMES.find((name) => name === shown) ?? 'guides';
  const address = (change: Partial<Choice> & { index?: string }) =>
    `${to('/dashboard')}?${new URLSearchParams({ ...choice, index, ...change })}`;
  const told = (value: number | null) => (value === null ? t('dashboard.unknown') : format.percent(value));
  const beneath = rows.slice(1).filter(({ isOwnOnly }) => !isOwnOnly);
  const title = t('dashboard.indexBy', { index: t(`dashboard.index.${index}`) });
  const isProvince = choice.region.length === 2;
  return (
    <Panel
      title={t('dashboard.indices')}
      aside={`${indices.region?.name ?? ''} · ${format.month(choice.month)}`}
      id="indices"
    >
      <ul className={styles['tiles']}>
        {INDEX_NAMES.map((name) => (
          <li key={name}>
            <a
              href={`${address({ index: name })}#indices`}
              className={styles['tile']}
              aria-current={name === index ? 'true' : undefined}
            >
              <span>{t(`dashboard.index.${name}`)}</span>
              <strong>{told(indices[name].value ?? null)}</strong>
            </a>
          </li>
        ))}
      </ul>
      <div className={stack['halves']}>
        <div>
          <h3 className={styles['subtitle']}>{title}</h3>
          {isProvince ? (
            <RegionMap
              title={title}
              rows={beneath.map(({ code, name, values }) => ({ code, name, value: values[index] }))}
              shades={shadesOf(beneath.map(({ values }) => values[index]))}
              linkTo={(code) => `${address({ region: code })}#indices`}
            />
          ) : (
            <Bars
              title={title}
              end={1}
              tell={format.percent}
              bars={beneath.map(({ name, values }) => ({
                label: name,
                parts: values[index] === null ? null : [values[index]],
                text: told(values[index]),
              }))}
            />
          )}
        </div>
        <div>
          <h3 className={styles['subtitle']}>{t('dashboard.parts')}</h3>
          <p className={stack['soft']}>{t(`dashboard.means.${index}`)}</p>
          <Bars
            title={t('dashboard.parts')}
            end={1}
            tell={format.percent}
            bars={indices[index].parts.map(({ name, value }) => ({
              label: t(`dashboard.part.${name}`),
              parts: value === null || value === undefined ? null : [value],
              text: told(value ?? null),
            }))}
          />
          <ul className={stack['list']}>
            {indices[index].parts.map(({ name, numerator, denominator }) => (
              <li key={name}>
                {t(`dashboard.part.${name}`)}{' '}
                <span className={stack['soft']}>
                  {numerator === null ||
                  numerator === undefined ||
                  denominator === null ||
                  denominator === undefined
                    ? t('dashboard.tooFew')
                    : t('dashboard.counts', {
                        numerator: format.number(numerator),
                        denominator: format.number(denominator),
                      })}
                </span>{' '}
                {index !== 'effect' && (denominator ?? 0) > (numerator ?? 0) && (
                  <Link
                    to={`${to(`/dashboard/indices/${index}/${name}`)}?${new URLSearchParams({ ...choice })}`}
                  >
                    {t('dashboard.behind')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <DataTable
        name={t('dashboard.indices')}
        head={[t('dashboard.region'), ...INDEX_NAMES.map((name) => t(`dashboard.index.${name}`))]}
        rows={rows.map(({ code, name, isOwnOnly, values }) => [
          isOwnOnly ? (
            t('dashboard.own', { name })
          ) : code.length <= 4 ? (
            <a href={`${address({ region: code })}#indices`}>
              <Zh>{name}</Zh>
            </a>
          ) : (
            name
          ),
          ...INDEX_NAMES.map((each) => told(values[each])),
        ])}
        download={`${to('/dashboard/download/indices.csv')}?${new URLSearchParams({ ...choice })}`}
      />
      <p className={stack['soft']}>{t('dashboard.tooFewNote')}</p>
    </Panel>
  );
}
