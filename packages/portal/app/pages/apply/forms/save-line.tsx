import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../../../language/text.tsx';
import { signInPath } from '../../../sign-in-path.ts';
import styles from './save-line.module.css';
import type { SaveState } from './use-draft-keeper.ts';

/** Says at any time whether what was typed is saved, and where. */
export function SaveLine({ state, at, unsaved }: { state: SaveState; at: string | null; unsaved: number }) {
  const { t, format } = useTexts();
  const location = useLocation();
  // Until scripts run, and where none do, only the buttons save.
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const time = at ? format.moment(at) : '';
  return (
    <div className={styles['line']} role="status" data-state={state}>
      {state === 'CLEAN' && <p>{t(isLive ? 'forms.save.CLEAN' : 'forms.save.BY_BUTTON')}</p>}
      {state === 'TYPED' && <p>{t('forms.save.TYPED')}</p>}
      {state === 'SAVING' && <p>{t('forms.save.SAVING')}</p>}
      {state === 'SAVED' && (
        <p>
          <span aria-hidden="true">✓ </span>
          {t(unsaved > 0 ? 'forms.save.PARTLY' : 'forms.save.SAVED', { time, count: unsaved })}
        </p>
      )}
      {state === 'NO_ANSWER' && <p>{t('forms.save.NO_ANSWER')}</p>}
      {state === 'CONFLICT' && <p>{t('forms.save.CONFLICT')}</p>}
      {state === 'SIGNED_OUT' && (
        <p>
          {t('forms.save.SIGNED_OUT')} <a href={signInPath(location)}>{t('site.signIn')}</a>
        </p>
      )}
    </div>
  );
}
