import { Form } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { TextArea } from '../../../design/field.tsx';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import withdraw from '../cases/withdraw.module.css';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { Refused } from '../forms/form-screen.tsx';
import type { MandatesResult } from './mandates-action.ts';

interface ListedMandate {
  id: string;
  kind: string;
  state: string;
  items?: string[] | null;
  from: string;
  until?: string | null;
  reason?: string | null;
  person: string;
  version: number;
  enterprise: { uscc: string; name: string };
}

/** Mandates, each with what it is for and until when; those of agents can be ended, with a reason. */
export function MandateList({
  mandates,
  names,
  idempotencyKey,
  result,
  showsPerson = false,
}: {
  mandates: readonly ListedMandate[];
  /** Names of items by their basic codes. */
  names: Readonly<Record<string, string>>;
  idempotencyKey: string;
  result: MandatesResult | undefined;
  showsPerson?: boolean;
}) {
  const { t, format } = useTexts();
  if (mandates.length === 0) return <p className={stack['soft']}>{t('mandates.none')}</p>;
  return (
    <ul className={stack['list']}>
      {mandates.map(({ id, kind, state, items, from, until, reason, person, version, enterprise }) => {
        const own = result?.go.startsWith(`revoke:${id}:`) ? result : undefined;
        return (
          <li key={id} className={stack['form']}>
            <div>
              <p className={stack['row']}>
                <strong>
                  <Zh>{showsPerson ? person : enterprise.name}</Zh>
                </strong>
                <Status tone={state === 'IN_FORCE' ? 'good' : 'neutral'}>
                  {t(`mandates.state.${state}`)}
                </Status>
              </p>
              <p>
                <Zh>
                  {[
                    showsPerson ? enterprise.name : t(`apply.kind.${kind}`),
                    items
                      ? items.map((code) => names[code] ?? code).join(t('forms.and'))
                      : t('mandates.allMatters'),
                  ].join(' · ')}
                </Zh>
              </p>
              <p className={stack['soft']}>
                <Zh>
                  {[id, `${format.day(from)} – ${until ? format.day(until) : t('cases.noEnd')}`, reason]
                    .filter(Boolean)
                    .join(' · ')}
                </Zh>
              </p>
            </div>
            {state === 'IN_FORCE' && kind === 'AGENT' && (
              <details className={withdraw['box']} open={own !== undefined}>
                <summary>{t(showsPerson ? 'mandates.revoke' : 'mandates.giveUp')}</summary>
                <Form method="post" reloadDocument className={stack['form']}>
                  <CsrfField />
                  <input type="hidden" name="key" value={idempotencyKey} />
                  {own && <Refused errors={own.errors} />}
                  <TextArea
                    name="reason"
                    rows={2}
                    required
                    label={t('mandates.reason')}
                    defaultValue={own?.reason ?? ''}
                    error={own?.missing.includes('reason') ? t('mandates.missing.reason') : null}
                  />
                  <p>
                    <Button name="go" value={`revoke:${id}:${version}`} look="danger">
                      {t(showsPerson ? 'mandates.revokeNow' : 'mandates.giveUpNow')}
                    </Button>
                  </p>
                </Form>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
