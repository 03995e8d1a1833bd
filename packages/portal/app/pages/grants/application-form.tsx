import { Form } from 'react-router';
import { Button } from '../../design/button.tsx';
import { CsrfField } from '../../design/csrf-field.tsx';
import { Input, Select, TextArea } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import stack from '../../design/stack.module.css';
import { useFieldNames } from '../../graph/field-names.ts';
import { useTexts } from '../../language/text.tsx';
import { useZhLang, Zh } from '../../language/lang.tsx';
import styles from './grants.module.css';
import { useRefusals } from './refusals.ts';
import type { ApplicationProblem, ApplicationResult, TypedApplication } from './typed-application.ts';

/** Departments whose pages show conditional data have a law by which they usually ask. */
const WITH_BASIS: ReadonlySet<string> = new Set(['permits', 'enterprises', 'land']);

export interface WantedField {
  coordinate: string;
  basis: string | null;
  department: string | null;
}

/** One application, at one department or several: which fields, by which law, for what, until when. */
export function ApplicationForm({
  fields,
  regions,
  department,
  until,
  idempotencyKey,
  revised,
  result,
}: {
  fields: readonly WantedField[];
  /** To one of which it may be narrowed; `code` may be several with commas between them. */
  regions: readonly { code: string; name: string | null }[];
  /** Of the official. */
  department: string | null;
  until: string;
  /** Made by the loader. */
  idempotencyKey: string;
  /** What the application says, when it is an earlier one that is changed. */
  revised?: TypedApplication;
  result: ApplicationResult | undefined;
}) {
  const { t } = useTexts();
  const langOf = useZhLang();
  const nameOf = useFieldNames();
  const refusal = useRefusals();
  const typed = result?.typed ?? revised;
  const wrong = new Map<ApplicationProblem, string>();
  for (const name of result?.missing ?? []) wrong.set(name, t(`grants.missing.${name}`));
  for (const { department: at, field, ...error } of result?.errors ?? []) {
    wrong.set(field, t('grants.errorAt', { department: at && t(`department.${at}`), text: refusal(error) }));
  }
  const groups = [...Map.groupBy(fields, (field) => field.department ?? '')];
  const names = [...new Set(fields.flatMap(({ coordinate }) => nameOf(coordinate) ?? []))];
  const purpose = t('grants.purposeText', {
    fields: names.join(t('grants.and')),
    has: names.length > 0 ? 'yes' : 'no',
  });
  return (
    <Form method="post" reloadDocument className={stack['form']}>
      <CsrfField />
      <input type="hidden" name="key" value={idempotencyKey} />
      {wrong.size > 0 && (
        <Notice tone="bad" isAlert title={t('grants.notSent')}>
          {wrong.has('all') && (
            <p>
              <Zh>{wrong.get('all')}</Zh>
            </p>
          )}
          {result && result.made.length > 0 && (
            <p>{t('grants.partlyMade', { numbers: result.made.join(t('grants.and')) })}</p>
          )}
        </Notice>
      )}
      <fieldset className={styles['fields']}>
        <legend>{t('grants.fields')}</legend>
        {wrong.has('fields') && (
          <p className={styles['error']}>
            <Zh>{wrong.get('fields')}</Zh>
          </p>
        )}
        {groups.map(([at, own]) => (
          <div key={at} role="group" aria-label={at && t(`department.${at}`)}>
            <p className={styles['department']}>
              {t('grants.decides', { department: at && t(`department.${at}`) })}
            </p>
            {own.map(({ coordinate, basis }) => (
              <label key={coordinate} className={styles['field']}>
                <input
                  type="checkbox"
                  name="field"
                  value={coordinate}
                  defaultChecked={typed ? typed.fields.includes(coordinate) : true}
                />
                <span>
                  {nameOf(coordinate) ?? coordinate} <code>{coordinate}</code>
                  <small>
                    <Zh>{basis ? t('field.basis', { basis }) : t('field.noBasis')}</Zh>
                  </small>
                </span>
              </label>
            ))}
          </div>
        ))}
        <p className={stack['soft']}>{t('grants.together')}</p>
      </fieldset>
      <Input
        name="basis"
        required
        maxLength={500}
        label={t('grants.basis')}
        hint={t('grants.basisHint')}
        defaultValue={
          typed?.basis ?? (department && WITH_BASIS.has(department) ? t(`grants.basisOf.${department}`) : '')
        }
        error={wrong.get('basis') ?? null}
      />
      <TextArea
        name="purpose"
        required
        maxLength={2000}
        label={t('grants.purpose')}
        hint={t('grants.purposeHint')}
        defaultValue={typed?.purpose ?? purpose}
        error={wrong.get('purpose') ?? null}
      />
      <Input
        name="until"
        type="date"
        required
        label={t('grants.until')}
        hint={t('grants.untilHint')}
        defaultValue={typed?.until ?? until}
        error={wrong.get('until') ?? null}
      />
      <Select
        name="region"
        label={t('grants.region')}
        hint={t('grants.regionHint')}
        defaultValue={typed?.region ?? ''}
        error={wrong.get('region') ?? null}
      >
        <option value="">{t('grants.allRegions')}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code} lang={langOf(name)}>
            {name ?? code}
          </option>
        ))}
      </Select>
      <p>
        <Button>{revised ? t('grants.sendAgain') : t('grants.send', { count: groups.length })}</Button>
      </p>
    </Form>
  );
}
