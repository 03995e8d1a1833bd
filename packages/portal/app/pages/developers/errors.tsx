import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './developers.module.css';
import { DevelopersNav } from './developers-nav.tsx';
import errors from './generated/errors.json' with { type: 'json' };

const EXAMPLE = `{
  "errors": [
    { "message": "…", "path": ["enterprise", "taxpayer"], "extensions": { "code": "DEPARTMENT_UNAVAILABLE" } }
  ],
  "data": { "enterprise": { "name": "…", "taxpayer": null } }
}`;

/** Every code of errors, what it means and what to do. */
export default function Errors() {
  const { t, pick } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('developers.errors')}</title>
      <PageHead
        way={[{ to: '/developers', title: t('developers.title') }]}
        title={t('developers.errors')}
        lead={t('developers.errorsLead')}
      />
      <DevelopersNav />
      <CodeBlock label="json">{EXAMPLE}</CodeBlock>
      <Panel title={t('developers.codes')} aside={String(errors.length)}>
        <ul className={styles['fields']}>
          {errors.map(({ code, http, retry, meaning, remedy, zh }) => (
            <li key={code} id={code}>
              <h3 className={styles['field']}>
                <a href={`#${code}`}>
                  <code>{code}</code>
                </a>{' '}
                <span className={stack['soft']}>
                  HTTP {http} · {t(`developers.retry.${retry}`)}
                </span>
              </h3>
              <p>{pick(zh.meaning, meaning)}</p>
              <p className={stack['soft']}>{pick(zh.remedy, remedy)}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
