import { useTexts } from '../../../language/text.tsx';
import { useZhLang } from '../../../language/lang.tsx';
import styles from '../dashboard.module.css';
import { linear, roundUp, ticks } from './scales.ts';

const SIZE = { width: 640, row: 34, bar: 18, right: 96, top: 6, bottom: 26 };
/** Widths of a character in a label, also where it is larger on phones. */
const CHARACTER = { wide: 17, narrow: 9.5 };

export interface Bar {
  label: string;
  /** One part, or several that stand one behind the other; null when not known. */
  parts: readonly number[] | null;
  /** At the end of the bar. */
  text: string;
}

/** Bars from left to right at one scale. Parts differ in their pattern too. */
export function Bars({
  title,
  bars,
  end,
  tell,
}: {
  title: string;
  bars: readonly Bar[];
  /** Where the scale ends; by default a round number. */
  end?: number;
  /** A mark of the axis as text. */
  tell: (value: number) => string;
}) {
  const { t } = useTexts();
  const langOf = useZhLang();
  const totals = bars.map(({ parts }) => (parts ?? []).reduce((sum, part) => sum + part, 0));
  const last = end ?? roundUp(Math.max(0, ...totals));
  if (bars.every(({ parts }) => parts === null)) return <p>{t('dashboard.noValues')}</p>;
  const left = Math.max(...bars.map(({ label }) => widthOf(label))) + 14;
  const x = linear([0, last], [left, SIZE.width - SIZE.right]);
  const height = SIZE.top + bars.length * SIZE.row + SIZE.bottom;
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${height}`} className={styles['chart']} role="img" aria-label={title}>
      <Patterns />
      {ticks(last).map((value) => (
        <g key={value}>
          <line
            x1={x(value)}
            x2={x(value)}
            y1={SIZE.top}
            y2={height - SIZE.bottom}
            className={styles['grid']}
          />
          <text x={x(value)} y={height - 8} className={styles['tick']} textAnchor="middle">
            {tell(value)}
          </text>
        </g>
      ))}
      {bars.map(({ label, parts, text }, i) => {
        const y = SIZE.top + i * SIZE.row + (SIZE.row - SIZE.bar) / 2;
        let reached = 0;
        return (
          <g key={label}>
            <text x={left - 10} y={y + 14} className={styles['label']} textAnchor="end" lang={langOf(label)}>
              {label}
            </text>
            {(parts ?? []).map((part, at) => {
              const from = x(reached);
              reached += part;
              return (
                <rect
                  key={at}
                  x={from}
                  y={y}
                  width={Math.max(x(reached) - from, part > 0 ? 1 : 0)}
                  height={SIZE.bar}
                  className={styles[`part${at}`]}
                />
              );
            })}
            <text x={x(reached) + 8} y={y + 14} className={styles['value']}>
              {parts === null ? t('dashboard.unknown') : text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Of a label, about: nothing measures it on the server. */
function widthOf(label: string): number {
  return [...label].reduce(
    (width, character) => width + (character > '\u2e7f' ? CHARACTER.wide : CHARACTER.narrow),
    0,
  );
}

/** Stripes and dots of the second and third part, as of {@link Legend}. */
function Patterns() {
  return (
    <defs>
      <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={styles['patternGround']} />
        <rect width="3" height="6" className={styles['patternInk']} />
      </pattern>
      <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={styles['patternGround']} />
        <circle cx="3" cy="3" r="1.4" className={styles['patternInk']} />
      </pattern>
    </defs>
  );
}

/** What the parts of the bars are. */
export function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul className={styles['keys']}>
      {names.map((name, i) => (
        <li key={name}>
          <svg viewBox="0 0 16 16" className={styles['swatch']} aria-hidden="true">
            <rect width="16" height="16" className={styles[`part${i}`]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
