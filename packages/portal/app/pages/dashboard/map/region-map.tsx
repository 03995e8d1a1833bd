import { useTexts } from '../../../language/text.tsx';
import { useZhLang } from '../../../language/lang.tsx';
import { type Shade, shadeOf } from '../charts/scales.ts';
import styles from '../dashboard.module.css';
import { MAP_SIZE, mapCities } from './project.ts';

/** Cities in shades of a value, which stands on each of them. */
export function RegionMap({
  title,
  rows,
  shades,
  linkTo,
}: {
  title: string;
  rows: readonly { code: string; name: string; value: number | null }[];
  shades: readonly Shade[];
  linkTo: (code: string) => string;
}) {
  const { t, format } = useTexts();
  const langOf = useZhLang();
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const told = (value: number | null) => (value === null ? t('dashboard.unknown') : format.percent(value));
  return (
    <figure>
      <svg
        viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`}
        className={styles['map']}
        role="group"
        aria-label={title}
      >
        {mapCities().map(({ code, outline }) => {
          const row = byCode.get(code);
          const value = row?.value ?? null;
          const shade = shadeOf(value, shades);
          const name = row?.name ?? code;
          return (
            <a key={code} href={linkTo(code)} aria-label={`${name} ${told(value)}`} lang={langOf(name)}>
              <path d={outline} className={styles[shade === null ? 'shadeNone' : `shade${shade}`]}>
                <title>{`${name} ${told(value)}`}</title>
              </path>
            </a>
          );
        })}
        {/* Behind all outlines, so that no neighbour covers them. */}
        {mapCities().map(({ code, label }) => (
          <text key={code} x={label.x} y={label.y} className={styles['mapLabel']} aria-hidden="true">
            <tspan x={label.x} lang={langOf(byCode.get(code)?.name)}>
              {(byCode.get(code)?.name ?? code).replace(/市$/, '')}
            </tspan>
            <tspan x={label.x} dy="1.15em" className={styles['mapValue']}>
              {told(byCode.get(code)?.value ?? null)}
            </tspan>
          </text>
        ))}
      </svg>
      <figcaption className={styles['legend']}>
        <ul className={styles['keys']}>
          {shades.map(({ from, to }, i) => (
            <li key={i}>
              <svg viewBox="0 0 16 16" className={styles['swatch']} aria-hidden="true">
                <rect width="16" height="16" className={styles[`shade${i}`]} />
              </svg>
              {from === to ? format.percent(from) : `${format.percent(from)} – ${format.percent(to)}`}
            </li>
          ))}
        </ul>
        <p>{t('dashboard.schematic')}</p>
      </figcaption>
    </figure>
  );
}
