import { type ReactNode, useMemo, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { SignInLink } from '../../../layout/session-over.tsx';
import { type Answers, pickAnswers } from './answers.ts';
import { Conflict } from './conflict.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Fields } from './fields.tsx';
import { controlId } from './scalar-control.tsx';
import type { FormProblem, FormResult } from './form-action.ts';
import styles from './form-screen.module.css';
import type { FormObject, FormStep } from './form-schema.ts';
import { useFormTexts } from './form-texts.ts';
import { SaveLine } from './save-line.tsx';
import { useDraftKeeper } from './use-draft-keeper.ts';

interface FormScreenProps {
  /** Of the case or application. */
  number: string;
  schema: FormObject;
  step: FormStep;
  /** From 1, as in the address. */
  position: number;
  version: number;
  answers: Answers;
  /** Made by the loader. */
  idempotencyKey: string;
  /** What officials found wrong, which stands at the fields from the beginning. */
  defects?: readonly FormProblem[];
  result: FormResult | undefined;
  note?: (path: string) => ReactNode;
  /** Above the fields, within the form: buttons of it may stand here. */
  lead?: ReactNode;
  /** Where drafts are saved. Null where they cannot be saved by parts, as while an application is corrected. */
  saveTo: string | null;
  /** Instead of the name of the step. */
  title?: string;
  nextText?: string;
  back: ReactNode;
}

/** One screen of a form: it posts without scripts; with them it saves what is typed as it is typed. */
export function FormScreen(props: FormScreenProps) {
  const { schema, step, position, number, result, version, idempotencyKey } = props;
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const { problemLine, wrongText, nameOfStep } = useFormTexts(schema);
  const opened = useMemo(
    () => JSON.stringify(pickAnswers(props.answers, step.names)),
    [props.answers, step.names],
  );
  const keeper = useDraftKeeper({ form, number, step: position, version, opened, saveTo: props.saveTo });
  const isSending = useNavigation().state === 'submitting';
  const typed = result && 'typed' in result ? result.typed : pickAnswers(props.answers, step.names);
  const stamp = result && 'stamp' in result ? result.stamp : 0;
  const wrong = result?.kind === 'WRONG' ? result.problems : [];
  const here = (props.defects ?? []).filter(({ path }) => step.names.includes(path.split('.')[0]!));
  const problems = new Map([...here, ...wrong].map((problem) => [problem.path, wrongText(problem)]));
  const lines = useMemo(
    () => wrong.map((problem) => problemLine(problem, `#${controlId(problem.path)}`)),
    // The texts are those of the page's language; a result is one object.
    [result],
  );
  return (
    <Form
      method="post"
      ref={form}
      noValidate
      className={styles['form']}
      onInput={keeper.onInput}
      onSubmit={keeper.onSubmit}
    >
      <CsrfField />
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="version" value={keeper.saved.version} />
      <input type="hidden" name="opened" value={keeper.saved.opened} />
      <input type="hidden" name="step" value={position} />
      {/* Return in a field does what the first button of a form does: not "remove this row". */}
      <button
        type="submit"
        name="go"
        value="next"
        className={styles['hidden']}
        tabIndex={-1}
        aria-hidden="true"
      />
      <h2 tabIndex={-1} className={styles['title']}>
        <Zh>{props.title ?? nameOfStep(step)}</Zh>
      </h2>
      {keeper.offered && (
        <Notice tone="warn" title={t('forms.offered.title')}>
          <p>{t('forms.offered.text', { version: keeper.offered.version === version ? 'same' : 'other' })}</p>
          <p className={styles['buttons']}>
            <Button type="button" onClick={keeper.restore}>
              {t('forms.offered.restore')}
            </Button>
            <Button type="button" look="secondary" onClick={keeper.discard}>
              {t('forms.offered.discard')}
            </Button>
          </p>
        </Notice>
      )}
      <ErrorSummary problems={lines} />
      {result?.kind === 'REFUSED' && <Refused errors={result.errors} />}
      <Unsent result={result} />
      {result?.kind === 'CONFLICT' && (
        <Conflict schema={schema} names={step.names} theirs={result.theirs} typed={result.typed} />
      )}
      {keeper.state === 'CONFLICT' && result?.kind !== 'CONFLICT' && (
        <Notice tone="warn" isAlert title={t('forms.conflict.title')}>
          <p>{t('forms.conflict.later')}</p>
        </Notice>
      )}
      {props.lead}
      <div key={`${position}-${stamp}`} className={styles['fields']}>
        <Fields
          form={schema}
          names={step.names}
          answers={typed}
          problems={problems}
          rows={result?.kind === 'ROWS' ? result.rows : {}}
          {...(props.note && { note: props.note })}
        />
      </div>
      {props.saveTo !== null && (
        <SaveLine state={keeper.state} at={keeper.saved.at} unsaved={keeper.saved.unsaved} />
      )}
      <div className={styles['end']}>
        <Button name="go" value="next" disabled={isSending}>
          {props.nextText ?? t('forms.next')}
        </Button>
        {props.saveTo !== null && (
          <Button name="go" value="leave" look="secondary">
            {t('forms.leave')}
          </Button>
        )}
        {props.back}
      </div>
    </Form>
  );
}

/** Says that what was sent is not done, and why; all that was typed still stands on the screen. */
export function Unsent({ result }: { result: FormResult | undefined }) {
  const { t } = useTexts();
  if (result?.kind === 'NO_ANSWER') return <Notice tone="bad" isAlert title={t('forms.noAnswer')} />;
  if (result?.kind !== 'SIGNED_OUT') return null;
  return (
    <Notice tone="warn" isAlert title={t('session.over')}>
      <p>{t('forms.signedOut')}</p>
      <p>
        <SignInLink>{t('session.signInAgain')}</SignInLink>
      </p>
    </Notice>
  );
}

/** Why the graph did nothing, where it is about no answer. */
export function Refused({ errors }: { errors: readonly { code: string; message: string }[] }) {
  const { refusal } = useFormTexts(null);
  return (
    <>
      {errors.map((error) => (
        <Notice key={error.code} tone="bad" isAlert title={refusal(error).text} />
      ))}
    </>
  );
}
