import { Link, useLocation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { Input, Select } from '../../../design/field.tsx';
import { Notice } from '../../../design/notice.tsx';
import stack from '../../../design/stack.module.css';
import type { ItemMoreQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { useZhLang, Zh } from '../../../language/lang.tsx';
import { Materials } from './materials.tsx';
import { PREFIX, type Question } from './questions.ts';
import styles from './item.module.css';
import { Steps } from './steps.tsx';

type Needed = NonNullable<NonNullable<ItemMoreQuery['serviceItem']>['requirements']>;

/** The questions of the form from which it depends what has to be handed in. Nothing is kept of the answers. */
export function QuestionForm({
  questions,
  given,
  errors,
}: {
  questions: readonly Question[];
  given: Readonly<Record<string, string>>;
  errors: Needed['userErrors'];
}) {
  const { t, pick } = useTexts();
  const { pathname } = useLocation();
  const langOf = useZhLang();
  return (
    <form action={`${pathname}#questions`} className={styles['questions']} data-print="none">
      <p className={stack['soft']}>{t('items.questionsLead')}</p>
      <div className={styles['fields']}>
        {questions.map((question) => {
          const name = `${PREFIX}${question.path}`;
          const wrong = errors.find(({ field }) => field?.slice(1).join('.') === question.path);
          const common = {
            label: pick(question.title, question.titleEn),
            name,
            defaultValue: given[name] ?? '',
            error: wrong ? t(`items.error.${ERRORS.has(wrong.code) ? wrong.code : 'other'}`) : null,
          };
          if (question.kind === 'number') {
            return <Input key={name} {...common} type="text" inputMode="decimal" maxLength={20} />;
          }
          if (question.kind === 'text') return <Input key={name} {...common} maxLength={200} />;
          const options =
            question.kind === 'flag'
              ? [
                  { value: 'true', text: t('items.yes') },
                  { value: 'false', text: t('items.no') },
                ]
              : question.options.map(({ value, title, titleEn }) => ({ value, text: pick(title, titleEn) }));
          return (
            <Select key={name} {...common}>
              <option value="">{t('items.unanswered')}</option>
              {options.map(({ value, text }) => (
                <option key={value} value={value} lang={langOf(text)}>
                  {text}
                </option>
              ))}
            </Select>
          );
        })}
      </div>
      <p className={stack['row']}>
        <Button look="secondary" name="answered" value="1">
          {t('items.showNeeded')}
        </Button>
        {given['answered'] && <Link to={`${pathname}#questions`}>{t('items.clear')}</Link>}
      </p>
    </form>
  );
}

/** Codes of what may be wrong with an answer for which there is a sentence. */
const ERRORS = new Set(['WRONG_TYPE', 'OUT_OF_RANGE', 'TOO_LONG', 'TOO_SHORT', 'NOT_AN_OPTION']);

export function Requirements({
  requirements,
  all,
}: {
  requirements: Needed;
  all: readonly { code: string; name: string; nameEn: string }[];
}) {
  const { t, pick } = useTexts();
  const { rule, ruleEn, materials, steps, userErrors } = requirements;
  if (rule == null) {
    const isUndecided = userErrors.some(({ code }) => code === 'NO_RULE_APPLIES');
    return (
      <div className={styles['needed']}>
        <Notice tone="warn" title={t(isUndecided ? 'items.noRule' : 'items.wrongAnswers')} isAlert />
      </div>
    );
  }
  const toHandIn = materials.filter(({ heldBy }) => heldBy == null);
  return (
    <div className={styles['needed']} role="status">
      <h3>
        <Zh>{t('items.needed', { rule: pick(rule, ruleEn), count: toHandIn.length })}</Zh>
      </h3>
      <Materials materials={materials} hasQuestions={false} />
      <Steps steps={all} needed={new Set(steps.map(({ code }) => code))} />
    </div>
  );
}
