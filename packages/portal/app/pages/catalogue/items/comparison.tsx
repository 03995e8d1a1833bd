import { Link, useLocation } from 'react-router';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { best, inOrder, type Offer, type Order, ORDERS } from './offers.ts';
import styles from './item.module.css';

/** What the regions promise for the same item of the basic catalogue. */
export function Comparison({ offers, order, own }: { offers: readonly Offer[]; order: Order; own: string }) {
  const { t, to, format } = useTexts();
  const { pathname, search } = useLocation();
  const sorted = inOrder(offers, order);
  const least = {
    days: best(offers, 'days'),
    visits: best(offers, 'visits'),
    fee: best(offers, 'fee'),
    depth: best(offers, 'depth'),
  };
  const address = (by: Order) => {
    const query = new URLSearchParams(search);
    query.set('by', by);
    return `${pathname}?${query}#regions`;
  };
  const cell = (value: number | null, bestValue: number | null, text: (value: number) => string) => (
    <td>
      {value === null ? '—' : text(value)}
      {value !== null && value === bestValue && <small className={styles['best']}>{t('items.best')}</small>}
    </td>
  );
  const isSame = Object.values(least).every((value) => value === null);
  const table = (
    <div className={stack['scroll']} role="region" aria-label={t('items.comparison')} tabIndex={0}>
      <table className={styles['comparison']}>
        <thead>
          <tr>
            {ORDERS.map((by) => (
              <th key={by} scope="col" aria-sort={by === order ? SORTS[by] : undefined}>
                <Link to={address(by)}>{t(`items.compare.${by}`)}</Link>
                {by === order && <span aria-hidden="true"> {SORTS[by] === 'ascending' ? '↑' : '↓'}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((offer) => (
            <tr key={offer.code} data-own={offer.code === own}>
              <th scope="row">
                {offer.code === own ? (
                  <>
                    <Zh>{offer.region?.name ?? offer.code}</Zh>{' '}
                    <small className={styles['best']}>{t('items.thisGuide')}</small>
                  </>
                ) : (
                  <Link to={to(`/items/${offer.code}`)}>
                    <Zh>{offer.region?.name ?? offer.code}</Zh>
                  </Link>
                )}
              </th>
              {cell(offer.promisedDays, least.days, (days) => t('catalogue.days', { days }))}
              {cell(offer.visits, least.visits, (visits) => t('items.visitCount', { visits }))}
              {cell(offer.feeCny, least.fee, (fee) => (fee === 0 ? t('items.free') : format.money(fee)))}
              {cell(offer.onlineDepth, least.depth, (depth) => t('items.depthOf', { depth }))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!isSame) return table;
  return (
    <details>
      <summary>{t('items.allTheSame')}</summary>
      {table}
    </details>
  );
}

const SORTS = {
  region: 'ascending',
  days: 'ascending',
  visits: 'ascending',
  fee: 'ascending',
  depth: 'descending',
} as const satisfies Record<Order, string>;
