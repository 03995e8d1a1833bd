import type { ReactNode } from 'react';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import stack from '../../../design/stack.module.css';
import styles from '../dashboard.module.css';

/** The numbers of a chart as a table, and to be downloaded. */
export function DataTable({
  name,
  head,
  rows,
  download,
  isOpen = false,
}: {
  name: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** Address of the same as CSV. */
  download: string;
  isOpen?: boolean;
}) {
  const { t } = useTexts();
  return (
    <div className={styles['data']}>
      <details open={isOpen}>
        <summary>{t('dashboard.table')}</summary>
        <div className={stack['scroll']} tabIndex={0} role="region" aria-label={name}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col">
                    <Zh>{title}</Zh>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, at) =>
                    at === 0 ? (
                      <th key={at} scope="row">
                        <Zh>{cell}</Zh>
                      </th>
                    ) : (
                      <td key={at}>
                        <Zh>{cell}</Zh>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <a href={download} download>
        {t('dashboard.download')}
      </a>
    </div>
  );
}
