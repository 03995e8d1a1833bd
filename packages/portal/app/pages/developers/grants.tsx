import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Input } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './developers.module.css';
import { DevelopersNav } from './developers-nav.tsx';
import { commandOf, mutationOf, readFields } from './grant-texts.ts';
import { readSchema } from './read-schema.ts';

export async function loader(args: LoaderFunctionArgs) {
  const fields = readFields(new URL(args.request.url).searchParams.get('fields'));
  if (fields.length === 0) return { fields, departments: [], unknown: [], open: [] };
  const { sharing } = await readSchema(args);
  const found = fields.map((coordinate) => ({ coordinate, ...sharing.get(coordinate) }));
  const needed = found.filter((one) => one.class === 'CONDITIONAL');
  const groups = Map.groupBy(needed, ({ department }) => department ?? '');
  return {
    fields,
    departments: [...groups].map(([department, own]) => ({ department, fields: own })),
    open: found.filter((one) => one.class === 'UNCONDITIONAL').map(({ coordinate }) => coordinate),
    unknown: found
      .filter((one) => one.class === undefined || one.class === 'NOT_SHARED')
      .map(({ coordinate }) => coordinate),
  };
}

/** How to apply for a grant, with what to send for the fields of the address. */
export default function Grants() {
  const { fields, departments, unknown, open } = useLoaderData<typeof loader>();
  const { t, to } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('developers.grants')}</title>
      <PageHead
        way={[{ to: '/developers', title: t('developers.title') }]}
        title={t('developers.grants')}
        lead={t('developers.grantsLead')}
      />
      <DevelopersNav />
      <Form action={to('/developers/grants')} className={styles['search']}>
        <Input
          name="fields"
          label={t('developers.grantFields')}
          hint={t('developers.grantFieldsHint')}
          defaultValue={fields.join(', ')}
        />
        <Button look="secondary">{t('developers.prepare')}</Button>
      </Form>
      {open.length > 0 && (
        <Notice tone="good">
          <p>{t('developers.grantOpen', { fields: open.join(', ') })}</p>
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice tone="warn">
          <p>{t('developers.grantUnknown', { fields: unknown.join(', ') })}</p>
        </Notice>
      )}
      {departments.map(({ department, fields: own }) => {
        const coordinates = own.map(({ coordinate }) => coordinate);
        return (
          <Panel
            key={department}
            title={t('developers.grantAt', { department: t(`department.${department}`) })}
            aside={t('developers.grantCount', { count: own.length })}
          >
            <div className={styles['example']}>
              <ul className={stack['list']}>
                {own.map(({ coordinate, basis }) => (
                  <li key={coordinate}>
                    <Link to={to(`/developers/reference/${coordinate.replace('.', '#')}`)}>
                      <code>{coordinate}</code>
                    </Link>{' '}
                    <span className={stack['soft']}>
                      <Zh>{basis}</Zh>
                    </span>
                  </li>
                ))}
              </ul>
              <CodeBlock label="GraphQL">{mutationOf(coordinates)}</CodeBlock>
              <CodeBlock label="sh">{commandOf(coordinates)}</CodeBlock>
            </div>
          </Panel>
        );
      })}
      <Panel title={t('developers.grantHow')}>
        <ol>
          {(['one', 'two', 'three', 'four'] as const).map((step) => (
            <li key={step}>{t(`developers.grantStep.${step}`)}</li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
