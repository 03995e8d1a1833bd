import stack from '../../design/stack.module.css';
import type { EnterpriseConditionalQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';

type Accesses = NonNullable<NonNullable<EnterpriseConditionalQuery['enterprise']>['accesses']>;

/** Who has read what is shared with condition. */
export function Accesses({ accesses }: { accesses: Accesses }) {
  const { t, format } = useTexts();
  if (accesses.edges.length === 0) return <p className={stack['soft']}>{t('enterprise.noAccesses')}</p>;
  return (
    <ol className={stack['list']}>
      {accesses.edges.map(({ node }, i) => (
        <li key={`${node.at}-${i}`}>
          <strong>
            <Zh>{node.department ? t(`department.${node.department}`) : node.client}</Zh>
          </strong>{' '}
          <span className={stack['soft']}>{format.moment(node.at)}</span>
          <br />
          <span className={stack['soft']}>
            <Zh>{node.basis ?? t('enterprise.ownRight')}</Zh> · {node.fields.slice(0, 3).join(', ')}
            {node.fields.length > 3 && ` +${node.fields.length - 3}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
