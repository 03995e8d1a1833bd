import { Zh } from '../../../language/lang.tsx';
import { highlight } from './highlight.ts';
import styles from './search.module.css';

/** A text with what was looked for marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return highlight(text, words).map((piece, i) =>
    piece.isHit ? (
      <mark key={i} className={styles['mark']}>
        <Zh>{piece.text}</Zh>
      </mark>
    ) : (
      <Zh key={i}>{piece.text}</Zh>
    ),
  );
}
