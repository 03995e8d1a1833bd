import stack from '../../design/stack.module.css';
import type { EnterpriseConditionalQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';

type Accesses = NonNullable<NonNullable<EnterpriseConditionalQuery['enterprise']>['accesses']>;

/** Who has read what is shared with condition. */
export function Accesses({ accesses }: { accesses: Accesses }) {
  const { t, format } = useTexts();
  if (accesses.edges.length === 0) return <p className={stack['soft']}>{t('enterprise.noAccesses')}</p>;
  return (
    <ol className={stack['list']}>
      {accesses.edges.map(({ node }, i) => (
        <li key={`${node.at}-${i}`}>
          <strong>{node.department ? t(`department.${node.department}`) : node.client}</strong>{' '}
          <span className={stack['soft']}>{format.moment(node.at)}</span>
          <br />
          <span className={stack['soft']}>
            {node.basis ?? t('enterprise.ownRight')} · {node.fields.slice(0, 3).join(', ')}
            {node.fields.length > 3 && ` +${node.fields.length - 3}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
