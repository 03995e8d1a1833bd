import { Button } from '../../../design/button.tsx';
import field from '../../../design/field.module.css';
import { Status } from '../../../design/status.tsx';
import type { ApplicationFormQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { isSame } from '../forms/answers.ts';
import styles from './prefill-note.module.css';

/** A field of the form of an application, or of a case, which has the same. */
export type Prefilled = NonNullable<ApplicationFormQuery['matterCase']>['prefill'][number];

/** Where the value of a field comes from, and what the applicant says of it. Its buttons are of the form around it. */
export function PrefillNote({
  prefilled,
  answer,
  canAnswer,
}: {
  prefilled: Prefilled;
  answer: unknown;
  canAnswer: boolean;
}) {
  const { t, format } = useTexts();
  const { field: path, state, department, sharing, readAt, verdict, correction } = prefilled;
  const values = {
    department: t(`department.${department}`),
    time: format.moment(readAt),
    sharing: t(`cases.prefill.sharing.${sharing}`),
  };
  if (state !== 'FOUND') return <p className={styles['none']}>{t(`cases.prefill.${state}`, values)}</p>;
  return (
    <div className={styles['note']}>
      <p className={styles['origin']}>
        <span className={styles['sign']} aria-hidden="true">
          {t('cases.prefill.sign')}
        </span>
        <span>
          {t('cases.prefill.FOUND', values)}
          {!isSame(prefilled.value, answer) && ` ${t('cases.prefill.changed')}`}
        </span>
        {verdict && (
          <Status tone={verdict === 'CONFIRMED' ? 'good' : 'warn'}>
            {t(`cases.prefill.verdict.${verdict}`)}
            {correction && ` ${correction}`}
          </Status>
        )}
      </p>
      {canAnswer && !verdict && (
        <details className={styles['details']}>
          <summary>{t('cases.prefill.check')}</summary>
          <div className={styles['answer']}>
            <Button name="go" value={`confirm:${path}`} look="secondary">
              {t('cases.prefill.confirm')}
            </Button>
            <label className={field['field']}>
              <span className={field['label']}>{t('cases.prefill.problem')}</span>
              <textarea name={`problem:${path}`} rows={2} className={field['control']} />
            </label>
            <label className={field['field']}>
              <span className={field['label']}>{t('cases.prefill.proposal')}</span>
              <input name={`proposal:${path}`} className={field['control']} autoComplete="off" />
            </label>
            <Button name="go" value={`dispute:${path}`} look="secondary">
              {t('cases.prefill.dispute', values)}
            </Button>
          </div>
        </details>
      )}
    </div>
  );
}
