import { Link } from 'react-router';
import stack from '../../design/stack.module.css';
import { Status } from '../../design/status.tsx';
import type { EnterpriseConditionalQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';

type Cases = NonNullable<NonNullable<EnterpriseConditionalQuery['enterprise']>['cases']>;

export function OwnCases({ cases }: { cases: Cases }) {
  const { t, to, format } = useTexts();
  if (cases.totalCount === 0) return <p className={stack['soft']}>{t('enterprise.noCases')}</p>;
  return (
    <ul className={stack['list']}>
      {cases.edges.map(({ node }) => (
        <li key={node.number}>
          <Link to={to(`/cases/${node.number}`)}>
            <Zh>{node.serviceItem?.name ?? node.number}</Zh>
          </Link>{' '}
          <Status>{t(`case.state.${node.state}`)}</Status>
          <br />
          <span className={stack['soft']}>{node.receivedOn && format.day(node.receivedOn)}</span>
        </li>
      ))}
    </ul>
  );
}
