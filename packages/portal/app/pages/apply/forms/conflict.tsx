import { useLocation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { type Answers, answerAt, encodeAnswers } from './answers.ts';
import type { FormObject } from './form-schema.ts';
import { AnswerText } from './answer-list.tsx';
import { useFormTexts } from './form-texts.ts';

/** The same answers were changed in another window: both stand side by side, and the person chooses. Nothing typed is lost. */
export function Conflict({
  schema,
  names,
  theirs,
  typed,
}: {
  schema: FormObject;
  names: readonly string[];
  theirs: Answers;
  typed: Answers;
}) {
  const { t } = useTexts();
  const { titleOf } = useFormTexts(schema);
  const { pathname, search } = useLocation();
  const paths = new Set([...encodeAnswers(theirs, '').keys(), ...encodeAnswers(typed, '').keys()]);
  const different = [...paths].filter(
    (path) =>
      names.includes(path.split('.')[0]!) && String(answerAt(theirs, path)) !== String(answerAt(typed, path)),
  );
  return (
    <Notice tone="warn" isAlert title={t('forms.conflict.title')}>
      <p>{t('forms.conflict.text')}</p>
      <div className={stack['scroll']} tabIndex={0} role="region" aria-label={t('forms.conflict.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forms.conflict.field')}</th>
              <th scope="col">{t('forms.conflict.theirs')}</th>
              <th scope="col">{t('forms.conflict.typed')}</th>
            </tr>
          </thead>
          <tbody>
            {different.map((path) => (
              <tr key={path}>
                <th scope="row">
                  <Zh>{titleOf(path)}</Zh>
                </th>
                <td>
                  <AnswerText schema={schema} path={path} answer={answerAt(theirs, path)} />
                </td>
                <td>
                  <AnswerText schema={schema} path={path} answer={answerAt(typed, path)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={stack['row']}>
        <Button name="go" value="mine">
          {t('forms.conflict.mine')}
        </Button>
        <a href={`${pathname}${search}`}>{t('forms.conflict.take')}</a>
      </p>
    </Notice>
  );
}
