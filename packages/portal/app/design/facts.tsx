import type { ReactNode } from 'react';
import { Zh } from '../language/lang.tsx';
import styles from './facts.module.css';

export type Fact = readonly [label: string, value: ReactNode];

/** Names and values. A value that is null or undefined is left out with its name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>
              <Zh>{label}</Zh>
            </dt>
            <dd>
              <Zh>{value}</Zh>
            </dd>
          </div>
        ))}
    </dl>
  );
}
