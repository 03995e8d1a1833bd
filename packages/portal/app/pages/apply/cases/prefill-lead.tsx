import { Button } from '../../../design/button.tsx';
import stack from '../../../design/stack.module.css';
import { Notice } from '../../../design/notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { fieldAt, type FormObject } from '../forms/form-schema.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import type { Prefilled } from './prefill-note.tsx';

/** What departments have filled in on this screen, which of them are silent, and a button that asks them again. */
export function PrefillLead({
  prefill,
  schema,
  names,
  canAsk,
}: {
  prefill: readonly Prefilled[];
  schema: FormObject;
  names: readonly string[];
  canAsk: boolean;
}) {
  const { t } = useTexts();
  const { titleOf } = useFormTexts(schema);
  // Of a screen that is one group, that group says nothing new.
  const nameOf = (path: string) =>
    names.length === 1
      ? titleOf(path).replace(`${titleOf(names[0]!)}${t('forms.within')}`, '')
      : titleOf(path);
  const here = prefill.filter(({ field }) => names.includes(field.split('.')[0]!) && fieldAt(schema, field));
  const isAsked = prefill.length > 0;
  const takesAny = names.some((name) => JSON.stringify(schema.properties[name]).includes('"x-from"'));
  if (!takesAny) return null;
  const found = here.filter(({ state }) => state === 'FOUND');
  const notAsked = here.filter(({ state }) => state === 'NOT_ASKED');
  const silent = here.filter(({ state }) => state === 'SILENT');
  const departments = [...new Set(silent.map(({ department }) => t(`department.${department}`)))];
  const again = (
    <p>
      <Button name="go" value="prefill" look="secondary">
        {t(isAsked ? 'cases.prefill.again' : 'cases.prefill.ask')}
      </Button>
    </p>
  );
  if (!isAsked) {
    return canAsk ? (
      <Notice title={t('cases.prefill.offer')}>
        <p>{t('cases.prefill.offerText')}</p>
        {again}
      </Notice>
    ) : null;
  }
  return (
    <>
      {found.length > 0 && (
        <p className={stack['soft']}>{t('cases.prefill.found', { count: found.length })}</p>
      )}
      {notAsked.length > 0 && canAsk && (
        <Notice
          title={t('cases.prefill.notAsked', {
            fields: notAsked.map(({ field }) => nameOf(field)).join(t('forms.and')),
          })}
        >
          <p>{t('cases.prefill.notAskedText')}</p>
          {silent.length === 0 && again}
        </Notice>
      )}
      {silent.length > 0 && (
        <Notice
          tone="warn"
          title={t('cases.prefill.silent', { departments: departments.join(t('forms.and')) })}
        >
          <p>
            <Zh>
              {t('cases.prefill.silentText', {
                fields: silent.map(({ field }) => nameOf(field)).join(t('forms.and')),
              })}
            </Zh>
          </p>
          {canAsk && again}
        </Notice>
      )}
    </>
  );
}
