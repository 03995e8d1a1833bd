import type { Problem } from '@yiwang/client';
import { Link, useLocation } from 'react-router';
import { Notice } from '../design/notice.tsx';
import { type Texts, useTexts } from '../language/text.tsx';

/** Codes for which there is a sentence of its own; all others are told by their kind. */
const TOLD = new Set([
  'DEPARTMENT_UNAVAILABLE',
  'NO_ANSWER',
  'UNAUTHORIZED_FIELD',
  'PURPOSE_REQUIRED',
  'GRANTS_UNAVAILABLE',
  'OUTSIDE_GRANT',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'RATE_LIMITED',
  'OPERATION_TIMEOUT',
  'STALE_VERSION',
]);

/** What a problem of the graph means for people, and what they can do. */
export function tellProblem({ t }: Texts, { code, department, reason }: Problem): string {
  const values = { department: department === null ? '' : t(`department.${department}`) };
  if (code === 'UNAUTHORIZED_FIELD' && reason === 'SIGN_IN') return t('problem.UNAUTHENTICATED', values);
  return t(TOLD.has(code) ? `problem.${code}` : 'problem.other', { ...values, code });
}

/** The problems of a part of a page: each kind once. */
export function ProblemNotice({ problems }: { problems: readonly Problem[] }) {
  const texts = useTexts();
  const { pathname, search } = useLocation();
  const told = new Map(problems.map((problem) => [tellProblem(texts, problem), problem]));
  return [...told].map(([text, problem]) => (
    <Notice key={text} tone={problem.canRetry ? 'warn' : 'brand'}>
      <p>
        {text}{' '}
        {problem.canRetry && (
          <Link to={`${pathname}${search}`} reloadDocument>
            {texts.t('problem.retry')}
          </Link>
        )}
        {problem.applyFor.length > 0 && (
          <Link to={texts.to(`/developers/grants?fields=${problem.applyFor.join(',')}`)}>
            {texts.t('problem.apply')}
          </Link>
        )}
      </p>
    </Notice>
  ));
}
