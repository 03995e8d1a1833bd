import type { LoaderFunctionArgs } from 'react-router';
import { Link, useLoaderData } from 'react-router';
import { PageHead } from '../../../design/page-head.tsx';
import stack from '../../../design/stack.module.css';
import { ask } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { graphql } from '../../../graphql/generated/gql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { DepartmentNames } from '../parts/department-names.tsx';
import { Empty } from '../parts/empty.tsx';
import styles from './matters.module.css';

const MATTERS = graphql(`
  query Matters {
    matters {
      code
      name
      nameEn
      promisedDays
      steps {
        name
        title
        titleEn
        department
      }
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  return ask(args, MATTERS, {});
}

export default function MattersPage() {
  const { data, problems } = useLoaderData<typeof loader>();
  const { t, to, pick } = useTexts();
  const matters = data?.matters;
  return (
    <div className={stack['page']}>
      <title>{t('matters.title')}</title>
      <PageHead title={t('matters.title')} lead={t('matters.lead')} />
      <ProblemNotice problems={problems} />
      <ul className={styles['cards']}>
        {matters?.map((matter) => (
          <li key={matter.code} className={styles['card']}>
            <h2>
              <Link to={to(`/matters/${matter.code}`)}>
                <Zh>{pick(matter.name, matter.nameEn)}</Zh>
              </Link>
            </h2>
            <p>
              <strong>{t('catalogue.days', { days: matter.promisedDays })}</strong>{' '}
              <span className={stack['soft']}>
                <DepartmentNames names={matter.steps.map(({ department }) => department)} />
              </span>
            </p>
            <ol className={styles['chain']}>
              {matter.steps.map(({ name, title, titleEn }) => (
                <li key={name}>
                  <Zh>{pick(title, titleEn)}</Zh>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {matters?.length === 0 && (
        <Empty title={t('matters.empty')}>
          <p>
            <Link to={to('/items')}>{t('matters.toItems')}</Link>
          </p>
        </Empty>
      )}
    </div>
  );
}
