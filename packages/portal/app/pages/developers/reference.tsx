import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Input } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import { En } from '../../language/lang.tsx';
import { findTypes } from './describe-type.ts';
import styles from './developers.module.css';
import { DevelopersNav } from './developers-nav.tsx';
import { readSchema } from './read-schema.ts';

export async function loader(args: LoaderFunctionArgs) {
  const text = (new URL(args.request.url).searchParams.get('q') ?? '').slice(0, 100);
  const one = await readSchema(args);
  return { text, version: one.version, found: findTypes(one, text) };
}

/** All types of the one schema, or those in which a word stands. */
export default function Reference() {
  const { text, version, found } = useLoaderData<typeof loader>();
  const { t, to } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('developers.reference')}</title>
      <PageHead
        way={[{ to: '/developers', title: t('developers.title') }]}
        title={t('developers.reference')}
        lead={version === null ? undefined : t('developers.referenceLead', { version })}
      />
      <DevelopersNav />
      <Form action={to('/developers/reference')} role="search" className={styles['search']}>
        <Input name="q" type="search" label={t('developers.search')} defaultValue={text} />
        <Button look="secondary">{t('developers.find')}</Button>
      </Form>
      {found.length === 0 ? (
        <Notice>
          <p>{t('developers.noneFound')}</p>
        </Notice>
      ) : (
        <Panel title={t('developers.types')} aside={t('developers.typeCount', { count: found.length })}>
          <ul className={styles['types']}>
            {found.map(({ name, kind, summary, fields }) => (
              <li key={name}>
                <Link to={to(`/developers/reference/${name}`)}>
                  <code>{name}</code>
                </Link>{' '}
                <span className={stack['soft']}>{t(`developers.kind.${kind}`)}</span>
                {summary && (
                  <p className={stack['soft']}>
                    <En>{summary}</En>
                  </p>
                )}
                {fields.length > 0 && (
                  <p className={styles['hits']}>
                    {fields.map((coordinate) => (
                      <a
                        key={coordinate}
                        href={`${to(`/developers/reference/${name}`)}#${coordinate.split('.')[1]}`}
                      >
                        <code>{coordinate}</code>
                      </a>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
