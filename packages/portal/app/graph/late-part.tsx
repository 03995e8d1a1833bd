import { type ReactNode, Suspense } from 'react';
import { Await, useLocation } from 'react-router';
import { useTexts } from '../language/text.tsx';
import styles from './late-part.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import type { Part } from './stream-parts.ts';

/** A part of a page that comes later than the rest; what went wrong with it stands in its place. */
export function LatePart<Value>({
  part,
  name,
  children,
}: {
  part: Promise<Part<Value>>;
  /** Last names of the paths in the data of which problems are told here. */
  name: readonly string[];
  children: (value: NonNullable<Value>) => ReactNode;
}) {
  const { t } = useTexts();
  return (
    <Suspense
      fallback={
        <p className={styles['waiting']} role="status">
          {t('problem.waiting')}
        </p>
      }
    >
      <Await resolve={part}>
        {({ value, problems }) => {
          const own = problems.filter(({ path }) => path.some((key) => name.includes(String(key))));
          return (
            <>
              <ProblemNotice problems={own} />
              {value !== undefined && value !== null && children(value)}
            </>
          );
        }}
      </Await>
    </Suspense>
  );
}

/** Leads who runs no scripts to the page in one piece. */
export function WholePageLink() {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  if (query.has('whole')) return null;
  query.set('whole', '1');
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${pathname}?${query}`} />
    </noscript>
  );
}
