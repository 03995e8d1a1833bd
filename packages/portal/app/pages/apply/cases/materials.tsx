import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button, ButtonLink } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import { Unseen } from '../../../design/unseen.tsx';
import type { CaseFormQuery, CaseRequirementsQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import type { FormResult } from '../forms/form-action.ts';
import { Refused, Unsent } from '../forms/form-screen.tsx';
import { MaterialUpload } from './material-upload.tsx';
import styles from './materials.module.css';
import { useLeaveGuard } from './use-leave-guard.ts';

type Known = NonNullable<CaseFormQuery['case']>;
export type Needs = NonNullable<CaseRequirementsQuery['serviceItem']>;
type Needed = NonNullable<Needs['requirements']>['materials'][number];
export type HandedIn = NonNullable<Known['materials']>[number];

/** What is to be handed in for the answers, with its files; and what nobody hands in, because departments hold it. */
export function Materials({
  known,
  needs,
  isOpen,
  idempotencyKey,
  defects,
  result,
  back,
}: {
  known: Known;
  needs: Needs | null;
  isOpen: boolean;
  idempotencyKey: string;
  defects: readonly { about: string | null; problem: string }[];
  result: FormResult | undefined;
  back: ReactNode;
}) {
  const { t, format, pick } = useTexts();
  const { number, followUp } = known;
  const onBusy = useLeaveGuard(t('cases.leaveUpload'));
  const files = known.materials ?? [];
  const required: (Pick<Needed, 'name' | 'originals' | 'copies'> & { nameEn?: string | null })[] = isOpen
    ? (needs?.requirements?.materials ?? []).filter(({ heldBy }) => !heldBy)
    : (followUp?.materials ?? []).map((name) => ({ name, originals: 0, copies: 0 }));
  const held = isOpen
    ? (needs?.guide?.materials ?? []).flatMap(({ name, nameEn, heldBy }) =>
        heldBy ? [{ name, nameEn, heldBy }] : [],
      )
    : [];
  const others = files.filter(({ material }) => !required.some(({ name }) => name === material));
  return (
    <>
      <h2 tabIndex={-1}>{t('cases.materials')}</h2>
      {result?.kind === 'REFUSED' && <Refused errors={result.errors} />}
      <Unsent result={result} />
      {!isOpen && followUp && (
        <Notice tone="warn" title={t('cases.followUp', { day: format.day(followUp.by) })} />
      )}
      {isOpen && needs?.requirements?.rule && (
        <p className={stack['soft']}>
          <Zh>{t('cases.rule', { rule: pick(needs.requirements.rule, needs.requirements.ruleEn) })}</Zh>
        </p>
      )}
      {isOpen && needs?.requirements?.userErrors.length ? (
        <Notice tone="warn" title={t('cases.needsUnknown')} />
      ) : null}
      {required.length === 0 && !needs?.requirements?.userErrors.length && <p>{t('cases.nothingNeeded')}</p>}
      <noscript>
        <Notice tone="warn" title={t('cases.needsScript')} />
      </noscript>
      <ul className={styles['list']}>
        {required.map(({ name, nameEn, originals, copies }, i) => {
          const own = files.filter(({ material }) => material === name);
          const wrong = defects.filter(({ about }) => about === name);
          return (
            <li key={name} className={styles['material']} data-ready={own.length > 0 || undefined}>
              <div className={styles['head']}>
                <h3 id={`material-${i}`}>
                  <Zh>{pick(name, nameEn)}</Zh>
                </h3>
                <Status tone={own.length > 0 ? 'good' : 'warn'}>
                  {t(own.length > 0 ? 'cases.handedIn' : 'cases.toHandIn')}
                </Status>
              </div>
              {originals + copies > 0 && (
                <p className={stack['soft']}>{t('cases.papers', { originals, copies })}</p>
              )}
              {wrong.map(({ problem }) => (
                <p key={problem} className={styles['wrong']}>
                  <span aria-hidden="true">✕ </span>
                  <Zh>{problem}</Zh>
                </p>
              ))}
              <Files files={own} canRemove={isOpen} idempotencyKey={idempotencyKey} />
              <MaterialUpload
                number={number}
                material={name}
                titleId={`material-${i}`}
                isMore={own.length > 0}
                onBusy={onBusy}
              />
            </li>
          );
        })}
        {others.length > 0 && (
          <li className={styles['material']}>
            <div className={styles['head']}>
              <h3>{t('cases.otherFiles')}</h3>
            </div>
            <Files files={others} canRemove={isOpen} idempotencyKey={idempotencyKey} />
          </li>
        )}
      </ul>
      {held.length > 0 && (
        <section className={styles['held']} aria-labelledby="held">
          <h3 id="held">{t('cases.held')}</h3>
          <ul className={stack['list']}>
            {held.map(({ name, nameEn, heldBy }) => (
              <li key={name} className={styles['head']}>
                <span>
                  <Zh>{pick(name, nameEn)}</Zh>
                </span>
                <Status tone="good">
                  {t('cases.heldBy', { department: t(`department.${heldBy.department}`) })}
                </Status>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={stack['row']}>
        {isOpen ? (
          <ButtonLink to="?step=review">{t('cases.toReview')}</ButtonLink>
        ) : (
          <Form method="post">
            <CsrfField />
            <input type="hidden" name="key" value={idempotencyKey} />
            {(followUp?.materials ?? [])
              .filter((name) => files.some(({ material }) => material === name))
              .map((name) => (
                <input key={name} type="hidden" name="material" value={name} />
              ))}
            <Button name="go" value="supply">
              {t('cases.supply')}
            </Button>
          </Form>
        )}
        {isOpen && back}
      </div>
    </>
  );
}

function Files({
  files,
  canRemove,
  idempotencyKey,
}: {
  files: readonly HandedIn[];
  canRemove: boolean;
  idempotencyKey: string;
}) {
  const { t, format } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']}>
      {files.map(({ id, name, bytes, path }) => (
        <li key={id}>
          <span>
            <a href={path}>
              <Zh>{name}</Zh>
            </a>{' '}
            <span className={stack['soft']}>{t('cases.bytes', { size: sizeOf(bytes, format.number) })}</span>
          </span>
          {canRemove && (
            <Form method="post">
              <CsrfField />
              <input type="hidden" name="key" value={idempotencyKey} />
              <Button name="go" value={`detach:${id}`} look="quiet">
                {t('cases.remove')}
                <Unseen> {name}</Unseen>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Bytes as people read them. */
export function sizeOf(bytes: number, number: (value: number) => string): string {
  if (bytes < 1024) return `${number(bytes)} B`;
  if (bytes < 1024 ** 2) return `${number(Math.round(bytes / 1024))} KB`;
  return `${number(Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`;
}
