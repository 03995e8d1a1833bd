import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';

const SUPPORTED = ['keyboard', 'reader', 'scripts', 'zoom', 'colour', 'motion', 'language', 'print'];
const GAPS = ['chinese', 'map', 'signs', 'tested'];

/** What people can rely on, what is missing, and where to say what does not work. */
export default function AccessibilityPage() {
  const { t } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('accessibility.title')}</title>
      <PageHead title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <div className={stack['columns']}>
        <div className={stack['stack']}>
          <Panel title={t('accessibility.supported')}>
            <ul className={stack['list']}>
              {SUPPORTED.map((name) => (
                <li key={name}>{t(`accessibility.supported.${name}`)}</li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('accessibility.gaps')}>
            <ul className={stack['list']}>
              {GAPS.map((name) => (
                <li key={name}>{t(`accessibility.gaps.${name}`)}</li>
              ))}
            </ul>
          </Panel>
        </div>
        <Panel title={t('accessibility.feedback')}>
          <div className={stack['stack']}>
            <p>{t('accessibility.feedback.text')}</p>
            <p>
              <a href="tel:12345">12345</a>
            </p>
            <p className={stack['soft']}>{t('accessibility.feedback.counter')}</p>
          </div>
        </Panel>
      </div>
    </div>
  );
}
