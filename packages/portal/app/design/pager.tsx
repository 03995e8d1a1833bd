import { ButtonLink } from './button.tsx';
import { useTexts } from '../language/text.tsx';
import styles from './pager.module.css';

/** Leads to the next page of a list, and back to its beginning. Addresses keep the filter. */
export function Pager({
  pageInfo,
  address,
}: {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  /** Of this list, with its filter and `after`. */
  address: URL | string;
}) {
  const { t } = useTexts();
  const here = new URL(address, 'http://here');
  const first = new URLSearchParams(here.search);
  first.delete('after');
  const next = new URLSearchParams(first);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  const isFirst = !here.searchParams.has('after');
  if (isFirst && !pageInfo.hasNextPage) return null;
  return (
    <nav className={styles['pager']} aria-label={t('design.pages')} data-print="none">
      {!isFirst && (
        <ButtonLink look="secondary" to={`${here.pathname}?${first}`}>
          {t('design.firstPage')}
        </ButtonLink>
      )}
      {pageInfo.hasNextPage && (
        <ButtonLink look="secondary" to={`${here.pathname}?${next}`}>
          {t('design.nextPage')}
        </ButtonLink>
      )}
    </nav>
  );
}
