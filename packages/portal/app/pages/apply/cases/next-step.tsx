import { ButtonLink } from '../../../design/button.tsx';
import type { CaseQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import type { Countdown, NextAct } from './case-state.ts';
import styles from './next-step.module.css';

type Known = NonNullable<CaseQuery['case']>;

/** Where a case stands in a word, who acts next, and how long that may take. */
export function NextStep({
  known,
  next,
  countdown,
}: {
  known: Known;
  next: NextAct;
  countdown: Countdown | null;
}) {
  const { t, to, format } = useTexts();
  const { number, state, decision, followUp, voidedOn } = known;
  const word = state === 'DECIDED' && decision ? t(`cases.decision.${decision}`) : t(`case.state.${state}`);
  const isYours = next.side === 'APPLICANT' && next.act !== 'RATE';
  const values = {
    materials: followUp?.materials.join(t('forms.and')) ?? '',
    since: known.suspendedOn ? format.day(known.suspendedOn) : '',
  };
  const hasForm = known.formSchema !== null;
  return (
    <section className={styles['box']} data-yours={isYours || undefined} aria-label={t('cases.now')}>
      <div>
        <p className={styles['word']}>{word}</p>
        <p className={styles['act']}>
          {next.side !== 'NOBODY' && <strong>{t(`cases.side.${next.side}`)}</strong>}
          <Zh>{t(`cases.next.${next.act}`, values)}</Zh>
        </p>
        {voidedOn && <p>{t('cases.voided', { day: format.day(voidedOn) })}</p>}
        {isYours && next.act === 'FOLLOW_UP' && (
          <p className={styles['buttons']}>
            <ButtonLink to={to(`/cases/${number}/form?step=materials`)}>{t('cases.handInNow')}</ButtonLink>
          </p>
        )}
        {isYours && hasForm && (next.act === 'DRAFT' || next.act === 'RETURNED') && (
          <p className={styles['buttons']}>
            <ButtonLink to={to(`/cases/${number}/form`)}>{t(`cases.continue.${next.act}`)}</ButtonLink>
          </p>
        )}
      </div>
      {next.until && countdown && (
        <div className={styles['clock']}>
          {countdown.left === null ? (
            <>
              <strong>{t('cases.late')}</strong>
              <span>{t('cases.lateDays', { count: countdown.late })}</span>
            </>
          ) : (
            <>
              <strong className={styles['days']}>{countdown.left}</strong>
              <span>{t('cases.workingDays', { count: countdown.left })}</span>
            </>
          )}
          <small>{t('cases.until', { day: format.day(next.until) })}</small>
        </div>
      )}
    </section>
  );
}
