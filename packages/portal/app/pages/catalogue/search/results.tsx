import { Link } from 'react-router';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import type { SearchQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { En, Zh } from '../../../language/lang.tsx';
import { DepartmentNames } from '../parts/department-names.tsx';
import { Marked } from './marked.tsx';
import styles from './search.module.css';

type Found<Kind extends keyof SearchQuery> = NonNullable<SearchQuery[Kind]>;

export function EnterpriseResults({
  found,
  words,
}: {
  found: Found<'enterprises'>;
  words: readonly string[];
}) {
  const { t, to, format } = useTexts();
  return (
    <ul className={styles['results']}>
      {found.edges.map(({ node }) => (
        <li key={node.uscc}>
          <div className={stack['row']}>
            <Link to={to(`/enterprises/${node.uscc}`)} className={styles['name']}>
              <Marked text={node.name} words={words} />
            </Link>
            {node.status !== 'ACTIVE' && <Status>{t(`enterprise.status.${node.status}`)}</Status>}
          </div>
          <p className={stack['soft']}>
            <code>{format.uscc(node.uscc)}</code> <Zh>{node.region?.fullName}</Zh>
          </p>
        </li>
      ))}
    </ul>
  );
}

export function ItemResults({ found, words }: { found: Found<'serviceItems'>; words: readonly string[] }) {
  const { t, to } = useTexts();
  return (
    <ul className={styles['results']}>
      {found.edges.map(({ node }) => (
        <li key={node.code}>
          <div className={stack['row']}>
            <Link to={to(`/items/${node.code}`)} className={styles['name']}>
              <Marked text={node.name} words={words} />
            </Link>
            {node.noVisit && <Status tone="good">{t('catalogue.noVisit')}</Status>}
          </div>
          <p className={stack['soft']}>
            <Marked
              text={[
                node.department.name,
                t(`catalogue.type.${node.type}`),
                node.guide?.promisedDays != null && t('catalogue.days', { days: node.guide.promisedDays }),
              ]
                .filter(Boolean)
                .join(' · ')}
              words={words}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function MatterResults({ found, words }: { found: Found<'matters'>; words: readonly string[] }) {
  const { t, to, pick } = useTexts();
  return (
    <ul className={styles['results']}>
      {found.map((matter) => (
        <li key={matter.code}>
          <Link to={to(`/matters/${matter.code}`)} className={styles['name']}>
            <Marked text={pick(matter.name, matter.nameEn)} words={words} />
          </Link>
          <p className={stack['soft']}>
            <DepartmentNames names={matter.steps.map(({ department }) => department)} /> ·{' '}
            {t('catalogue.days', { days: matter.promisedDays })}
          </p>
          <p className={stack['soft']}>
            <Marked
              text={matter.steps.map(({ title, titleEn }) => pick(title, titleEn)).join(' → ')}
              words={words}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function DataResults({ found, words }: { found: Found<'dataResources'>; words: readonly string[] }) {
  const { t, to } = useTexts();
  return (
    <ul className={styles['results']}>
      {found.edges.map(({ node }) => (
        <li key={node.code}>
          <div className={stack['row']}>
            <Link
              to={to(`/developers/reference/${node.coordinate.replace('.', '#')}`)}
              className={styles['name']}
            >
              <Marked text={node.name} words={words} />
            </Link>
            <Status>{t(`catalogue.sharing.${node.sharing}`)}</Status>
          </div>
          <p className={stack['soft']}>
            {node.department && <DepartmentNames names={[node.department.name]} />}{' '}
            <code>
              <Marked text={node.coordinate} words={words} />
            </code>
          </p>
          {node.summary && (
            <p className={stack['soft']}>
              <En>
                <Marked text={node.summary} words={words} />
              </En>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
