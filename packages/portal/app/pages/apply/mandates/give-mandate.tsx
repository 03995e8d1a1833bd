import { Form } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Input, Select } from '../../../design/field.tsx';
import field from '../../../design/field.module.css';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import { useZhLang, Zh } from '../../../language/lang.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import fields from '../forms/fields.module.css';
import { useFormTexts } from '../forms/form-texts.ts';
import styles from './give-mandate.module.css';
import type { MandateProblem, MandatesResult } from './mandates-action.ts';

/** Which control a refusal is about. */
const CONTROLS: Readonly<Record<string, MandateProblem>> = {
  MALFORMED_PERSON: 'person',
  OWN_MANDATE: 'person',
  TOO_MANY_MANDATES: 'person',
  UNTIL_PASSED: 'until',
  UNTIL_TOO_LATE: 'until',
  NO_ITEMS: 'items',
  MALFORMED_ITEM: 'items',
  TOO_MANY_ITEMS: 'items',
  ENTERPRISE_CLOSED: 'uscc',
  NOT_LEGAL_REPRESENTATIVE: 'uscc',
};

/** Lets a legal representative give an agent a mandate: for whom, for what, until when. Finding items posts the form, and keeps it. */
export function GiveMandate({
  enterprises,
  idempotencyKey,
  result,
}: {
  enterprises: readonly { uscc: string; name: string }[];
  idempotencyKey: string;
  result: MandatesResult | undefined;
}) {
  const { t } = useTexts();
  const langOf = useZhLang();
  const { refusal } = useFormTexts(null);
  const typed = result?.typed;
  const wrong = new Map<MandateProblem | 'all', string>();
  for (const name of result?.missing ?? []) wrong.set(name, t(`mandates.missing.${name}`));
  for (const error of result?.errors ?? []) wrong.set(CONTROLS[error.code] ?? 'all', refusal(error).text);
  const items = [
    ...(typed?.chosen ?? []).map((item) => ({ ...item, isChosen: true })),
    ...(result?.found ?? [])
      .filter(({ basicCode }) => !typed?.chosen.some((one) => one.basicCode === basicCode))
      .map((item) => ({ ...item, isChosen: false })),
  ];
  return (
    <Form method="post" action="#give" reloadDocument noValidate className={stack['form']}>
      <CsrfField />
      <input type="hidden" name="key" value={idempotencyKey} />
      <ErrorSummary
        problems={[...wrong].map(([name, text]) => ({
          to: name === 'all' ? null : `#give-${name}`,
          title: null,
          text,
        }))}
      />
      <div id="give-uscc">
        <Select
          name="uscc"
          required
          label={t('mandates.enterprise')}
          defaultValue={typed?.uscc ?? enterprises[0]?.uscc}
          error={wrong.get('uscc') ?? null}
        >
          {enterprises.map(({ uscc, name }) => (
            <option key={uscc} value={uscc} lang={langOf(name)}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div id="give-person">
        <Input
          name="person"
          required
          autoComplete="off"
          label={t('mandates.person')}
          hint={t('mandates.personHint')}
          defaultValue={typed?.person ?? ''}
          error={wrong.get('person') ?? null}
        />
      </div>
      <fieldset className={fields['choice']} id="give-items">
        <legend className={field['label']}>{t('mandates.scope')}</legend>
        {wrong.get('items') && <p className={field['error']}>{wrong.get('items')}</p>}
        <div className={fields['options']} data-few>
          {(['all', 'some'] as const).map((scope) => (
            <label key={scope} className={fields['option']}>
              <input
                type="radio"
                name="scope"
                value={scope}
                defaultChecked={(typed?.scope ?? 'all') === scope}
              />
              <span>{t(`mandates.scope.${scope}`)}</span>
            </label>
          ))}
        </div>
        <div className={styles['find']}>
          <Input
            name="find"
            label={t('mandates.find')}
            hint={t('mandates.findHint')}
            defaultValue={typed?.find ?? ''}
          />
          <Button name="go" value="find" look="secondary">
            {t('mandates.findNow')}
          </Button>
        </div>
        {result?.found?.length === 0 && <p role="status">{t('mandates.foundNone')}</p>}
        {items.length > 0 && (
          <div className={fields['options']}>
            {items.map(({ basicCode, name, isChosen }) => (
              <label key={basicCode} className={fields['option']}>
                <input type="checkbox" name="item" value={basicCode} defaultChecked={isChosen} />
                <span>
                  <Zh>{name}</Zh> <code className={field['hint']}>{basicCode}</code>
                </span>
              </label>
            ))}
          </div>
        )}
      </fieldset>
      <div id="give-until">
        <Input
          name="until"
          type="date"
          required
          label={t('mandates.until')}
          hint={t('mandates.untilHint')}
          defaultValue={typed?.until ?? ''}
          error={wrong.get('until') ?? null}
        />
      </div>
      <p>
        <Button name="go" value="give">
          {t('mandates.giveNow')}
        </Button>
      </p>
    </Form>
  );
}
