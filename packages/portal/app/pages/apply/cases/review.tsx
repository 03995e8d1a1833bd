import type { ReactNode } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import stack from '../../../design/stack.module.css';
import { Unseen } from '../../../design/unseen.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { AnswerList } from '../forms/answer-list.tsx';
import type { Answers } from '../forms/answers.ts';
import { checkAnswers } from '../forms/check-answers.ts';
import { ErrorSummary, type ShownProblem } from '../forms/error-summary.tsx';
import { controlId } from '../forms/scalar-control.tsx';
import type { FormProblem, FormResult } from '../forms/form-action.ts';
import { Refused, Unsent } from '../forms/form-screen.tsx';
import { type FormObject, type FormStep, stepOf } from '../forms/form-schema.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import type { HandedIn, Needs } from './materials.tsx';
import styles from './review.module.css';

/** Everything once more before it is handed in, and what is still missing, with links to it. */
export function Review({
  schema,
  steps,
  answers,
  materials,
  needs,
  isReturned,
  idempotencyKey,
  version,
  result,
  back,
}: {
  schema: FormObject;
  steps: readonly FormStep[];
  answers: Answers;
  /** Null where there is nothing to hand in but the form. */
  materials: readonly HandedIn[] | null;
  needs: Needs | null;
  isReturned: boolean;
  idempotencyKey: string;
  version: number;
  result: FormResult | undefined;
  back: ReactNode;
}) {
  const { t, pick } = useTexts();
  const { nameOfStep, problemLine } = useFormTexts(schema);
  const isSending = useNavigation().state === 'submitting';
  const told: FormProblem[] = result?.kind === 'WRONG' ? result.problems : checkAnswers(schema, answers);
  const lines: ShownProblem[] = told.map((problem) =>
    problemLine(problem, `?step=${stepOf(steps, problem.path) + 1}#${controlId(problem.path)}`),
  );
  const missing = (needs?.requirements?.materials ?? []).filter(
    ({ name, heldBy }) => !heldBy && !materials?.some(({ material }) => material === name),
  );
  return (
    <>
      <h2 tabIndex={-1}>{t('cases.review')}</h2>
      {result?.kind === 'REFUSED' && <Refused errors={result.errors} />}
      <Unsent result={result} />
      <ErrorSummary title={t('cases.notReady', { count: lines.length })} problems={lines} />
      {missing.length > 0 && (
        <Notice tone="warn" title={t('cases.materialsMissing', { count: missing.length })}>
          <ul>
            {missing.map(({ name, nameEn }) => (
              <li key={name}>
                <Link to="?step=materials">
                  <Zh>{pick(name, nameEn)}</Zh>
                </Link>
              </li>
            ))}
          </ul>
          <p>{t('cases.materialsMissingText')}</p>
        </Notice>
      )}
      {steps.map((step, i) => (
        <section key={step.names.join()} className={styles['part']} aria-labelledby={`part-${i}`}>
          <header>
            <h3 id={`part-${i}`}>
              <Zh>{nameOfStep(step)}</Zh>
            </h3>
            <Link to={`?step=${i + 1}`}>
              {t('cases.change')}
              <Unseen> {nameOfStep(step)}</Unseen>
            </Link>
          </header>
          <AnswerList schema={schema} names={step.names} answers={answers} />
        </section>
      ))}
      {materials && (
        <section className={styles['part']} aria-labelledby="part-materials">
          <header>
            <h3 id="part-materials">{t('cases.materials')}</h3>
            <Link to="?step=materials">
              {t('cases.change')}
              <Unseen> {t('cases.materials')}</Unseen>
            </Link>
          </header>
          {materials.length === 0 ? (
            <p className={stack['soft']}>{t('cases.noFiles')}</p>
          ) : (
            <ul className={stack['list']}>
              {materials.map(({ id, material, name }) => (
                <li key={id}>
                  <Zh>{material}</Zh>
                  {t('forms.colon')}
                  <Zh>{name}</Zh>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <p className={stack['soft']}>{t('cases.promise')}</p>
      <Form method="post" className={stack['row']}>
        <CsrfField />
        <input type="hidden" name="key" value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <Button name="go" value="submit" disabled={isSending}>
          {t(isReturned ? 'cases.resubmit' : 'cases.submit')}
        </Button>
        {back}
      </Form>
    </>
  );
}
