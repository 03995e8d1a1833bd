import { Form } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import field from '../../../design/field.module.css';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import type { UserError } from '../forms/form-action.ts';
import { Refused } from '../forms/form-screen.tsx';
import styles from './withdraw.module.css';

/** Taking a case or an application back, in two steps: what it means stands between them. Works without scripts. */
export function Withdraw({
  number,
  version,
  idempotencyKey,
  errors,
  typed,
  text,
}: {
  number: string;
  version: number;
  idempotencyKey: string;
  errors: readonly UserError[];
  /** The reason, when it was not taken. */
  typed: string;
  /** What withdrawing means; of a case when it is left out. */
  text?: string;
}) {
  const { t } = useTexts();
  return (
    <details className={styles['box']} open={errors.length > 0}>
      <summary>{t('cases.withdraw')}</summary>
      <Form method="post" reloadDocument className={stack['form']}>
        <CsrfField />
        <input type="hidden" name="key" value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <Refused errors={errors} />
        <p>{text ?? t('cases.withdrawText', { number })}</p>
        <label className={field['field']}>
          <span className={field['label']}>
            {t('cases.withdrawReason')} <span className={field['required']}>{t('forms.optional')}</span>
          </span>
          <textarea name="text" rows={2} defaultValue={typed} className={field['control']} />
        </label>
        <p>
          <Button name="go" value="withdraw" look="danger">
            {t('cases.withdrawNow')}
          </Button>
        </p>
      </Form>
    </details>
  );
}
