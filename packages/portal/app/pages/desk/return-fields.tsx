import { Button } from '../../design/button.tsx';
import { Select, TextArea } from '../../design/field.tsx';
import { useTexts } from '../../language/text.tsx';
import { useZhLang } from '../../language/lang.tsx';
import styles from './desk-case.module.css';
import type { DeskCase } from './model.ts';
import { tellName } from './names.ts';
import type { Typed } from './steps.ts';

const FIRST_ROWS = 3;
/** What departments take at most. */
const MOST_ROWS = 100;

/** All that is missing, told at once 一次性告知. A button adds a row: empty ones are left out. */
export function ReturnFields({ one, typed }: { one: DeskCase; typed: Typed }) {
  const texts = useTexts();
  const { t } = texts;
  const langOf = useZhLang();
  const problems = typed['problem'] ?? [];
  const count = Math.min(Math.max(problems.length + ('add' in typed ? 1 : 0), FIRST_ROWS), MOST_ROWS);
  return (
    <>
      <p>{t('desk.returnOnce')}</p>
      {Array.from({ length: count }, (_, i) => (
        <fieldset key={i} className={styles['defect']}>
          <legend>{t('desk.defect', { number: i + 1 })}</legend>
          <Select name="about" label={t('desk.about')} defaultValue={typed['about']?.[i] ?? ''}>
            <option value="">{t('desk.aboutNothing')}</option>
            {one.answers.length > 0 && (
              <optgroup label={t('desk.answers')}>
                {one.answers.map(({ path, label }) => (
                  <option key={path} value={path} lang={langOf(tellName(texts, label))}>
                    {tellName(texts, label)}
                  </option>
                ))}
              </optgroup>
            )}
            {one.guideMaterials.length > 0 && (
              <optgroup label={t('desk.materials')}>
                {one.guideMaterials.map((material) => (
                  <option key={material} value={material} lang={langOf(material)}>
                    {material}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
          <TextArea
            name="problem"
            label={t('desk.problem')}
            rows={2}
            maxLength={2000}
            defaultValue={problems[i] ?? ''}
          />
        </fieldset>
      ))}
      {count < MOST_ROWS && (
        <Button look="secondary" name="add" value="1" formNoValidate>
          {t('desk.addRow')}
        </Button>
      )}
    </>
  );
}
