import { Zh } from '../../language/lang.tsx';
import styles from './developers.module.css';

/** Text for a terminal or a program; selected whole with one click. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <figure className={styles['code']}>
      <figcaption>{label}</figcaption>
      <pre tabIndex={0}>
        <code>
          <Zh>{children}</Zh>
        </code>
      </pre>
    </figure>
  );
}
