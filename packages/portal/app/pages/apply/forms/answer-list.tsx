import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { type Answer, type Answers, answerAt, encodeAnswers } from './answers.ts';
import styles from './answer-list.module.css';
import { fieldAt, type FormObject } from './form-schema.ts';
import { useFormTexts } from './form-texts.ts';

/** An answer as people read it. */
export function AnswerText({
  schema,
  path,
  answer,
}: {
  schema: FormObject;
  path: string;
  answer: Answer | undefined;
}) {
  const { t, format, pick } = useTexts();
  const field = fieldAt(schema, path);
  if (answer === undefined || field === null || typeof answer === 'object') return <>{t('forms.none')}</>;
  if (field.type === 'boolean') return <>{t(answer === true ? 'forms.yes' : 'forms.no')}</>;
  if (field.type === 'object' || field.type === 'array') return <Zh>{String(answer)}</Zh>;
  const option = field.oneOf?.find((one) => one.const === answer);
  if (option) return <Zh>{pick(option.title, option['x-title-en'])}</Zh>;
  if (field.type !== 'string')
    return <>{typeof answer === 'number' ? format.number(answer) : String(answer)}</>;
  if (field.format === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(answer)))
    return <>{format.day(String(answer))}</>;
  return <Zh>{String(answer)}</Zh>;
}

/** All answers of some fields, with their titles. */
export function AnswerList({
  schema,
  names,
  answers,
}: {
  schema: FormObject;
  names: readonly string[];
  answers: Answers;
}) {
  const { titleOf } = useFormTexts(schema);
  const paths = names.flatMap((name) => {
    const given = answers[name] === undefined ? [] : [...encodeAnswers(answers[name], name).keys()];
    const shown = given.filter((path) => fieldAt(schema, path) !== null);
    return shown.length > 0 ? shown : [name];
  });
  return (
    <dl className={styles['list']}>
      {paths.map((path) => (
        <div key={path}>
          <dt>
            <Zh>{titleOf(path)}</Zh>
          </dt>
          <dd>
            <AnswerText schema={schema} path={path} answer={answerAt(answers, path)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
