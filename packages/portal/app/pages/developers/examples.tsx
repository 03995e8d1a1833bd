import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './developers.module.css';
import { DevelopersNav } from './developers-nav.tsx';
import { curlOf, EXAMPLES, pythonOf, typescriptOf } from './examples-data.ts';

/** An operation for each use, to be copied. */
export default function Examples() {
  const { t } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('developers.examples')}</title>
      <PageHead
        way={[{ to: '/developers', title: t('developers.title') }]}
        title={t('developers.examples')}
        lead={t('developers.examplesLead')}
      />
      <DevelopersNav />
      <nav aria-label={t('developers.examples')}>
        <ol className={styles['contents']}>
          {EXAMPLES.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`}>{t(`developers.example.${name}`)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {EXAMPLES.map((example) => (
        <Panel
          key={example.name}
          id={example.name}
          title={t(`developers.example.${example.name}`)}
          aside={example.isConditional && t('developers.sharing.CONDITIONAL')}
        >
          <div className={styles['example']}>
            <p>{t(`developers.exampleText.${example.name}`)}</p>
            <CodeBlock label="GraphQL">{example.query}</CodeBlock>
            {(
              [
                ['curl', curlOf],
                ['TypeScript', typescriptOf],
                ['Python', pythonOf],
              ] as const
            ).map(([label, write]) => (
              <details key={label}>
                <summary>{label}</summary>
                <CodeBlock label={label}>{write(example)}</CodeBlock>
              </details>
            ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}
