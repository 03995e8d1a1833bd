import { Form } from 'react-router';
import { Button } from '../../design/button.tsx';
import { CsrfField } from '../../design/csrf-field.tsx';
import { TextArea } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import box from '../apply/cases/withdraw.module.css';
import { useRefusals } from './refusals.ts';
import type { WithdrawalResult } from './withdraw-application.ts';

/** Takes an application back, in two steps: what it means stands between them. */
export function WithdrawForm({ number, result }: { number: string; result: WithdrawalResult | undefined }) {
  const { t } = useTexts();
  const refusal = useRefusals();
  const own = result?.withdraw === number ? result : undefined;
  return (
    <details className={box['box']} open={own !== undefined}>
      <summary>{t('grants.withdraw')}</summary>
      <Form method="post" reloadDocument className={stack['form']}>
        <CsrfField />
        {own?.errors.map((error) => (
          <Notice key={error.code} tone="bad" isAlert title={refusal(error)} />
        ))}
        <p>{t('grants.withdrawText', { number })}</p>
        <TextArea
          name="reason"
          rows={2}
          maxLength={1000}
          label={t('grants.withdrawReason')}
          defaultValue={own?.reason ?? ''}
        />
        <p>
          <Button name="go" value={`withdraw:${number}`} look="danger">
            {t('grants.withdrawNow')}
          </Button>
        </p>
      </Form>
    </details>
  );
}
