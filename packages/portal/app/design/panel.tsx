import { type ReactNode, useId } from 'react';
import { Zh } from '../language/lang.tsx';
import styles from './panel.module.css';

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  aside,
  children,
  id,
}: {
  title: ReactNode;
  /** Beside the heading, such as a count or a link to all. */
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  const heading = useId();
  return (
    <section className={styles['panel']} aria-labelledby={heading} id={id}>
      <header className={styles['head']}>
        <h2 id={heading}>
          <Zh>{title}</Zh>
        </h2>
        {aside !== undefined && (
          <div className={styles['aside']}>
            <Zh>{aside}</Zh>
          </div>
        )}
      </header>
      {children}
    </section>
  );
}
