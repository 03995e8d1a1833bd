import type { ReactNode } from 'react';
import { Zh } from '../../../language/lang.tsx';
import styles from './empty.module.css';

/** Says that a list is empty, and what one may do now. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>
        <Zh>{title}</Zh>
      </p>
      {children}
    </div>
  );
}
