import type { ReactNode } from 'react';
import { Zh } from '../language/lang.tsx';
import styles from './status.module.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'brand';

/** Where something stands, in a word. The word says it: the colour only helps. */
export function Status({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`${styles['status']} ${styles[tone]}`}>
      <Zh>{children}</Zh>
    </span>
  );
}
