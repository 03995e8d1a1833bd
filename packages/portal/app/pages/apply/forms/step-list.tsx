import { Link } from 'react-router';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { useVisitor } from '../../../visitor.ts';
import styles from './step-list.module.css';

export interface ListedStep {
  /** As the address has it. */
  step: string;
  title: string;
  /** Whether something is to be corrected, filled in, or nothing. */
  state: 'wrong' | 'open' | 'done' | 'none';
  /** Answers that are to be filled in or corrected. */
  count?: number;
}

const SIGNS = { wrong: '!', open: '', done: '✓', none: '' };

/**
 * The screens of a form, and what is still to do on each. Every one can be opened at any time. The mode with large text leads from one to the
 * next, and says only how many there are.
 */
export function StepList({ steps, current }: { steps: readonly ListedStep[]; current: string }) {
  const { t } = useTexts();
  const isLarge = useVisitor().preferences.size === 'large';
  const position = steps.findIndex(({ step }) => step === current);
  const count = (
    <p className={styles['count']}>{t('forms.position', { number: position + 1, total: steps.length })}</p>
  );
  if (isLarge) return count;
  return (
    <nav aria-label={t('forms.steps')} className={styles['nav']}>
      {count}
      <ol className={styles['list']}>
        {steps.map(({ step, title, state, count }, i) => (
          <li key={step}>
            <Link
              to={`?step=${step}`}
              aria-current={step === current ? 'step' : undefined}
              data-state={state}
            >
              <span className={styles['sign']} aria-hidden="true">
                {SIGNS[state] || i + 1}
              </span>
              <span className={styles['words']}>
                <span>
                  <Zh>{title}</Zh>
                </span>
                {state !== 'none' && <small>{t(`forms.state.${state}`, { count: count ?? 0 })}</small>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
