import { useTexts } from '../../../language/text.tsx';
import styles from '../dashboard.module.css';
import { linear, ticks } from './scales.ts';

const SIZE = { width: 640, height: 260, left: 52, right: 40, top: 14, bottom: 34 };

/** Shares over time, from 0 to 1. Lines differ in their dashes too, and begin where they are known. */
export function Lines({
  title,
  names,
  points,
}: {
  title: string;
  names: readonly string[];
  /** Oldest first; of each the values of the lines, in the order of the names. */
  points: readonly { label: string; values: readonly (number | null)[] }[];
}) {
  const { t, format } = useTexts();
  if (points.every(({ values }) => values.every((value) => value === null))) {
    return <p>{t('dashboard.noValues')}</p>;
  }
  const x = linear([0, Math.max(points.length - 1, 1)], [SIZE.left, SIZE.width - SIZE.right]);
  const y = linear([0, 1], [SIZE.height - SIZE.bottom, SIZE.top]);
  const every = Math.max(Math.ceil(points.length / 7), 1);
  return (
    <>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className={styles['chart']}
        role="img"
        aria-label={title}
      >
        {ticks(1).map((value) => (
          <g key={value}>
            <line
              x1={SIZE.left}
              x2={SIZE.width - SIZE.right}
              y1={y(value)}
              y2={y(value)}
              className={styles['grid']}
            />
            <text x={SIZE.left - 8} y={y(value) + 4} className={styles['tick']} textAnchor="end">
              {format.percent(value)}
            </text>
          </g>
        ))}
        {points.map(({ label }, i) =>
          (points.length - 1 - i) % every === 0 ? (
            <text key={label} x={x(i)} y={SIZE.height - 10} className={styles['tick']} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
        {names.map((name, line) => {
          const known = points.flatMap(({ values }, i) => {
            const value = values[line];
            return value === null || value === undefined ? [] : [{ x: x(i), y: y(value) }];
          });
          return (
            <g key={name} className={styles[`line${line}`]}>
              <path d={known.map((point, i) => `${i === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')} />
              {known.map((point) => (
                <circle key={point.x} cx={point.x} cy={point.y} r="4" />
              ))}
            </g>
          );
        })}
      </svg>
      <ul className={styles['keys']}>
        {names.map((name, i) => (
          <li key={name}>
            <svg viewBox="0 0 32 16" className={styles['stroke']} aria-hidden="true">
              <g className={styles[`line${i}`]}>
                <path d="M0 8L32 8" />
                <circle cx="16" cy="8" r="4" />
              </g>
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
