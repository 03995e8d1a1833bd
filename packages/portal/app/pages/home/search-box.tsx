import { Button } from '../../design/button.tsx';
import { useTexts } from '../../language/text.tsx';
import styles from './search-box.module.css';

/** One box for all that can be looked for. Works without scripts; with them it suggests while one types. */
export function SearchBox({ value = '', kind = null }: { value?: string; kind?: string | null }) {
  const { t, to } = useTexts();
  return (
    <form role="search" action={to('/search')} className={styles['box']}>
      <label htmlFor="q" className={styles['label']}>
        {t('home.searchLabel')}
      </label>
      <div className={styles['row']}>
        <div className={styles['frame']}>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={value}
            maxLength={200}
            autoComplete="off"
            placeholder={t('home.searchHint')}
            className={styles['input']}
            data-suggest={to('/suggestions')}
            data-suggest-status={t('home.suggestions')}
          />
        </div>
        {kind !== null && <input type="hidden" name="in" value={kind} />}
        <Button>{t('home.searchButton')}</Button>
      </div>
    </form>
  );
}
