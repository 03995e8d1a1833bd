import { Status } from '../../design/status.tsx';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import styles from './desk-case.module.css';
import type { DeskAnswer, Origin } from './model.ts';
import { tellName } from './names.ts';
import { ValueText } from './value-text.tsx';

/** What the applicant answered, by the titles of the form, with what came from other departments and what is new. */
export function CaseAnswers({
  answers,
  changed,
}: {
  answers: readonly DeskAnswer[];
  /** Paths of answers that are not as they were when the official looked last. */
  changed: readonly string[];
}) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <dl className={styles['answers']}>
      {answers.map(({ path, label, value, origin }) => (
        <div key={path} className={changed.includes(path) ? styles['changed'] : undefined}>
          <dt>
            <Zh>{tellName(texts, label)}</Zh>
          </dt>
          <dd className={value.kind === 'none' ? styles['none'] : undefined}>
            <ValueText value={value} />
            {changed.includes(path) && (
              <>
                {' '}
                <Status tone="warn">{t('desk.changed')}</Status>
              </>
            )}
            {origin && <OriginText origin={origin} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OriginText({ origin }: { origin: Origin }) {
  const { t, format } = useTexts();
  const { department, coordinate, readAt, state, verdict } = origin;
  const from = {
    department: t(`department.${department}`),
    coordinate,
    at: format.moment(readAt),
  };
  return (
    <span className={styles['origin']}>
      {t(`desk.origin.${state}`, from)}
      {verdict && ` · ${t(`desk.verdict.${verdict}`)}`}
    </span>
  );
}
