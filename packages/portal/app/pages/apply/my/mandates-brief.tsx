import { Link } from 'react-router';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import type { MyQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';

type Mandate = NonNullable<MyQuery['myMandates']>['edges'][number]['node'];

/** For which enterprises a person acts. */
export function MandatesBrief({ mandates }: { mandates: readonly Mandate[] }) {
  const { t, to, format } = useTexts();
  return (
    <Panel title={t('my.mandates')} aside={<Link to={to('/my/mandates')}>{t('my.manage')}</Link>}>
      {mandates.length === 0 ? (
        <p className={stack['soft']}>{t('my.noMandates')}</p>
      ) : (
        <ul className={stack['list']}>
          {mandates.map(({ id, kind, until, enterprise }) => (
            <li key={id}>
              <Link to={to(`/enterprises/${enterprise.uscc}`)}>
                <Zh>{enterprise.name}</Zh>
              </Link>
              <br />
              <span className={stack['soft']}>
                {[t(`apply.kind.${kind}`), until && t('my.until', { day: format.day(until) })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
