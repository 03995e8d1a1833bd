import { Form, Link } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import stack from '../../../design/stack.module.css';
import type { MyQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import type { UserError } from '../forms/form-action.ts';
import { Refused } from '../forms/form-screen.tsx';

type Offer = NonNullable<MyQuery['myOffers']>['edges'][number]['node'];

/** 免申即享: what enterprises are offered without an application, each with the reason. */
export function Offers({
  offers,
  idempotencyKey,
  result,
}: {
  offers: readonly Offer[];
  idempotencyKey: string;
  result: { id: string; errors: UserError[] } | undefined;
}) {
  const { t, to, format, pick } = useTexts();
  return (
    <ul className={stack['list']}>
      {offers.map(({ id, version, validUntil, reason, reasonEn, enterprise, serviceItem }) => (
        <li key={id}>
          <p>
            <Link to={to(`/items/${serviceItem.code}`)}>
              <strong>
                <Zh>{serviceItem.name}</Zh>
              </strong>
            </Link>
            {enterprise && <Zh>{` · ${enterprise.name}`}</Zh>}
          </p>
          {reason && (
            <p>
              <Zh>{t('my.offerReason', { reason: pick(reason, reasonEn) })}</Zh>
            </p>
          )}
          <p className={stack['soft']}>{t('my.offerUntil', { day: format.day(validUntil) })}</p>
          {result?.id === id && <Refused errors={result.errors} />}
          <Form method="post" reloadDocument className={stack['row']}>
            <CsrfField />
            <input type="hidden" name="key" value={idempotencyKey} />
            <input type="hidden" name="version" value={version} />
            <Button name="go" value={`accept:${id}`}>
              {t('my.accept')}
            </Button>
            <Button name="go" value={`decline:${id}`} look="secondary">
              {t('my.decline')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
