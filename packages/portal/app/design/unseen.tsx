import type { ReactNode } from 'react';
import { Zh } from '../language/lang.tsx';
import styles from './unseen.module.css';

/**
 * What is read out, and does not show: what a control is about, where that stands beside it for who sees. An attribute could not mark the
 * Chinese in it.
 */
export function Unseen({ children }: { children: ReactNode }) {
  return (
    <span className={styles['unseen']}>
      <Zh>{children}</Zh>
    </span>
  );
}
