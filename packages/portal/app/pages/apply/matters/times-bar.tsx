import { useTexts } from '../../../language/text.tsx';
import styles from './times-bar.module.css';

const SIZE = { width: 400, height: 16 };

/** Who had an application, and for how long: a bar and its numbers. */
export function TimesBar({
  times,
}: {
  times: { officialHours: number; applicantHours: number; machineHours: number };
}) {
  const { t, format } = useTexts();
  const parts = [
    { name: 'official', hours: times.officialHours },
    { name: 'applicant', hours: times.applicantHours },
    { name: 'machine', hours: times.machineHours },
  ];
  const all = parts.reduce((sum, { hours }) => sum + hours, 0);
  let x = 0;
  return (
    <>
      {all > 0 && (
        <svg
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          className={styles['bar']}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {parts.map(({ name, hours }) => {
            const width = (hours / all) * SIZE.width;
            const at = x;
            x += width;
            return (
              <rect key={name} x={at} y={0} width={width} height={SIZE.height} className={styles[name]} />
            );
          })}
        </svg>
      )}
      <dl className={styles['list']}>
        {parts.map(({ name, hours }) => (
          <div key={name}>
            <dt>
              <span className={`${styles['key']} ${styles[name]}`} aria-hidden="true" />
              {t(`matters.time.${name}`)}
            </dt>
            <dd>{format.hours(hours)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
