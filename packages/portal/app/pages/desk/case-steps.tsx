import { Form } from 'react-router';
import { Button } from '../../design/button.tsx';
import { CsrfField } from '../../design/csrf-field.tsx';
import { Notice } from '../../design/notice.tsx';
import stack from '../../design/stack.module.css';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import type { FailedStep } from './failed-step.ts';
import styles from './desk-case.module.css';
import type { Desk, DeskCase, StepName } from './model.ts';
import { StepFields } from './step-fields.tsx';

/** Codes of user errors for which there is a sentence in both languages. */
const TOLD = new Set([
  'UNKNOWN_NUMBER',
  'WRONG_STATE',
  'STALE_VERSION',
  'ALREADY_RETURNED',
  'NOT_YOUR_REGION',
  'MALFORMED_TEXT',
  'NO_DEFECTS',
  'NO_MATERIALS',
  'TOO_MANY_ENTRIES',
  'UNKNOWN_MATERIAL',
  'FOLLOW_UP_MISSING',
  'CONTRADICTORY_INPUT',
  'DAY_PASSED',
  'DAY_TOO_LATE',
  'NO_EXTENSION',
  'IDEMPOTENCY_KEY_REUSED',
]);

export interface StepsProps {
  one: DeskCase;
  steps: readonly StepName[];
  desk: Pick<Desk, 'hasPermits' | 'mostExtensionDays'>;
  seen: string;
  keyOfStep: string;
  failed: FailedStep | null;
}

/** A form for each step that may be taken now. Only one is open, and what was typed stays. */
export function CaseSteps({ one, steps, desk, seen, keyOfStep, failed }: StepsProps) {
  const { t } = useTexts();
  // What somebody typed is shown also when the step is not possible any more.
  const shown = failed && !steps.includes(failed.step) ? [failed.step, ...steps] : steps;
  if (shown.length === 0) return <p className={stack['soft']}>{t('desk.nothingToDo')}</p>;
  const open = failed?.step ?? shown[0];
  return (
    <div className={styles['steps']}>
      {shown.map((step) => {
        const mine = failed?.step === step ? failed : null;
        const isPossible = steps.includes(step);
        return (
          <details key={step} name="step" open={step === open} className={styles['step']}>
            <summary>{t(`desk.step.${step}`)}</summary>
            <Form method="post" className={stack['stack']} noValidate={mine !== null}>
              <CsrfField />
              <input type="hidden" name="step" value={step} />
              <input type="hidden" name="version" value={mine?.retried?.version ?? one.version} />
              <input type="hidden" name="key" value={mine?.retried?.key ?? `${keyOfStep}-${step}`} />
              <input type="hidden" name="seen" value={seen} />
              {mine && isPossible && <StepErrors failed={mine} />}
              {!isPossible && (
                <Notice tone="warn">
                  <p>{t('desk.notPossible')}</p>
                </Notice>
              )}
              <StepFields step={step} one={one} desk={desk} typed={mine?.typed ?? {}} />
              {isPossible && (
                <Button look={step === 'decline' ? 'danger' : 'primary'}>{t(`desk.submit.${step}`)}</Button>
              )}
            </Form>
          </details>
        );
      })}
    </div>
  );
}

function StepErrors({ failed }: { failed: FailedStep }) {
  const { t } = useTexts();
  return (
    <>
      {failed.errors.map(({ code, message }) => (
        <Notice key={code} tone="bad" isAlert>
          <p>{t(TOLD.has(code) ? `desk.error.${code}` : 'desk.error.other', { code, message })}</p>
        </Notice>
      ))}
      {failed.retried && failed.problems.length > 0 && (
        <Notice tone="warn" isAlert>
          <p>{t('desk.unknownOutcome')}</p>
        </Notice>
      )}
      <ProblemNotice problems={failed.problems} />
    </>
  );
}
