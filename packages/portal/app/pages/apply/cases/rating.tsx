import { Form } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import field from '../../../design/field.module.css';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import { Refused } from '../forms/form-screen.tsx';
import type { CaseActionResult } from './case-action.ts';
import styles from './rating.module.css';

/** 好差评: a group of radio buttons that look like stars, each with its word. */
export function Rating({
  known: { rating, version },
  idempotencyKey,
  result,
}: {
  known: { rating?: number | null; version: number };
  idempotencyKey: string;
  result: CaseActionResult | undefined;
}) {
  const { t } = useTexts();
  if (rating) {
    return (
      <Panel title={t('cases.rating')}>
        <p>
          <span aria-hidden="true" className={styles['given']}>
            {'★'.repeat(rating)}
            {'☆'.repeat(5 - rating)}
          </span>{' '}
          {t(`cases.stars.${rating}`)}
        </p>
      </Panel>
    );
  }
  const isMissing = result?.errors === null;
  return (
    <Panel title={t('cases.rate')} id="rate">
      <Form method="post" reloadDocument className={stack['form']}>
        <CsrfField />
        <input type="hidden" name="key" value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        {result?.errors && <Refused errors={result.errors} />}
        <fieldset className={styles['stars']} aria-describedby={isMissing ? 'stars-wrong' : undefined}>
          <legend className={field['label']}>{t('cases.rateQuestion')}</legend>
          {isMissing && (
            <p id="stars-wrong" className={field['error']} role="alert">
              {t('cases.rateMissing')}
            </p>
          )}
          <div className={styles['row']}>
            {[1, 2, 3, 4, 5].map((stars) => (
              <label key={stars}>
                <input
                  type="radio"
                  name="stars"
                  value={stars}
                  defaultChecked={result?.typed.stars === stars}
                />
                <span className={styles['star']} aria-hidden="true">
                  ★
                </span>
                <span>{t(`cases.stars.${stars}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className={field['field']}>
          <span className={field['label']}>
            {t('cases.comment')} <span className={field['required']}>{t('forms.optional')}</span>
          </span>
          <textarea name="text" rows={3} defaultValue={result?.typed.text} className={field['control']} />
        </label>
        <p>
          <Button name="go" value="rate">
            {t('cases.sendRating')}
          </Button>
        </p>
      </Form>
    </Panel>
  );
}
