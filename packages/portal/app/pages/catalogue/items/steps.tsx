import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './item.module.css';

interface Step {
  code: string;
  name: string;
  nameEn: string;
}

/** The steps of a case in their order, as a chain. Those that are left out are said to be. */
export function Steps({ steps, needed }: { steps: readonly Step[]; needed?: ReadonlySet<string> }) {
  const { t, pick } = useTexts();
  return (
    <ol className={styles['steps']}>
      {steps.map(({ code, name, nameEn }) => (
        <li key={code} data-left-out={needed ? !needed.has(code) : undefined}>
          <strong>
            <Zh>{pick(name, nameEn)}</Zh>
          </strong>
          {needed && !needed.has(code) && <span className={styles['note']}>{t('items.stepLeftOut')}</span>}
        </li>
      ))}
    </ol>
  );
}
