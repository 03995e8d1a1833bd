import type { Problem } from '@yiwang/client';
import { Link, useLocation } from 'react-router';
import { Notice } from '../design/notice.tsx';
import { type Texts, useTexts } from '../language/text.tsx';
import { useVisitor } from '../visitor.ts';

/** Codes for which there is a sentence of its own; all others have one text with the code. */
const WITH_TEXT = new Set([
  'DEPARTMENT_UNAVAILABLE',
  'DEPARTMENT_CONTRACT_BROKEN',
  'NO_ANSWER',
  'UNAUTHORIZED_FIELD',
  'PURPOSE_REQUIRED',
  'GRANTS_UNAVAILABLE',
  'OUTSIDE_GRANT',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'RATE_LIMITED',
  'OVERLOADED',
  'OPERATION_TIMEOUT',
  'STALE_VERSION',
]);

/** What a problem of the graph means for people, and what they can do. */
function describeProblem({ t }: Texts, { code, department, reason }: Problem): string {
  const values = { department: department === null ? '' : t(`department.${department}`) };
  if (code === 'UNAUTHORIZED_FIELD' && reason === 'SIGN_IN') return t('problem.UNAUTHENTICATED', values);
  return t(WITH_TEXT.has(code) ? `problem.${code}` : 'problem.other', { ...values, code });
}

/** The problems of a part of a page: each kind once. */
export function ProblemNotice({ problems }: { problems: readonly Problem[] }) {
  const texts = useTexts();
  const { pathname, search } = useLocation();
  const mayApply = useVisitor().person?.scopes.includes('sharing:apply');
  const apply = texts.to(mayApply ? '/grants' : '/developers/grants');
  const byText = new Map(problems.map((problem) => [describeProblem(texts, problem), problem]));
  return [...byText].map(([text, problem]) => (
    <Notice key={text} tone={problem.canRetry ? 'warn' : 'brand'}>
      <p>
        {text}{' '}
        {problem.canRetry && (
          <Link to={`${pathname}${search}`} reloadDocument>
            {texts.t('problem.retry')}
          </Link>
        )}
        {problem.applyFor.length > 0 && (
          <Link to={`${apply}?fields=${problem.applyFor.join(',')}`}>{texts.t('problem.apply')}</Link>
        )}
      </p>
    </Notice>
  ));
}
