import { useTexts } from '../../../language/text.tsx';
import type { StageState } from './case-state.ts';
import styles from './progress.module.css';

const SIGNS: Readonly<Record<StageState, string>> = {
  done: '✓',
  now: '●',
  stopped: '‖',
  ahead: '',
  ended: '✕',
};

/** The way of a case, from the form to the result. Signs and words say where it stands, colours only help. */
export function Progress({ stages }: { stages: readonly { stage: string; state: StageState }[] }) {
  const { t } = useTexts();
  return (
    <ol className={styles['way']}>
      {stages.map(({ stage, state }) => (
        <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles['sign']} aria-hidden="true">
            {SIGNS[state]}
          </span>
          <span className={styles['name']}>
            {t(`cases.stage.${stage}`)}
            <small>{t(`cases.stageState.${state}`)}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}
