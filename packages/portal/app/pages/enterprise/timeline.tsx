import stack from '../../design/stack.module.css';
import type { EnterpriseQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';

type Enterprise = NonNullable<EnterpriseQuery['enterprise']>;
type Permits = NonNullable<Enterprise['permits']>;

const MAX_SHOWN = 12;

/** What departments have noted of an enterprise, newest first, on one line of time. */
export function Timeline({ enterprise, permits }: { enterprise: Enterprise; permits: Permits }) {
  const { t, format } = useTexts();
  const events = [
    ...(enterprise.changes?.edges.map(({ node }) => ({
      day: node.changedOn,
      department: 'enterprises',
      text: t('enterprise.changed', { item: t(`enterprise.item.${node.item}`) }),
    })) ?? []),
    ...permits.edges.map(({ node }) => ({
      day: node.validFrom,
      department: 'permits',
      text: t('enterprise.granted', { name: node.name }),
    })),
    ...(enterprise.registeredOn
      ? [{ day: enterprise.registeredOn, department: 'enterprises', text: t('enterprise.registered') }]
      : []),
  ].toSorted((one, other) => other.day.localeCompare(one.day));
  return (
    <ol className={stack['list']}>
      {events.slice(0, MAX_SHOWN).map(({ day, department, text }, i) => (
        <li key={`${day}-${i}`}>
          <Zh>{text}</Zh>
          <br />
          <span className={stack['soft']}>
            {format.day(day)} · {t(`department.${department}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}
