import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { Status, type Tone } from '../../design/status.tsx';
import { useTexts } from '../../language/text.tsx';
import { En, Zh } from '../../language/lang.tsx';
import {
  type Cost,
  describeHidden,
  describeType,
  type FieldDescription,
  type TypeText,
} from './describe-type.ts';
import styles from './developers.module.css';
import { DevelopersNav } from './developers-nav.tsx';
import type { Sharing } from '../../graph/read-catalogue.ts';
import { readSchema } from './read-schema.ts';

const TONES: Readonly<Record<string, Tone>> = {
  UNCONDITIONAL: 'good',
  CONDITIONAL: 'warn',
  NOT_SHARED: 'bad',
};

export async function loader(args: LoaderFunctionArgs) {
  const one = await readSchema(args);
  const name = args.params['type']!;
  const type = name.startsWith('__') ? undefined : one.schema.getType(name);
  const described = type ? describeType(type, one) : describeHidden(name, one);
  if (!described) throw data(null, { status: 404 });
  return described;
}

/** One type, with all that is known of each field. */
export default function ReferenceType() {
  const type = useLoaderData<typeof loader>();
  const { t, to } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('developers.typeTitle', { name: type.name })}</title>
      <PageHead
        way={[
          { to: '/developers', title: t('developers.title') },
          { to: '/developers/reference', title: t('developers.reference') },
        ]}
        title={<code>{type.name}</code>}
        lead={t(`developers.kind.${type.kind}`)}
      />
      <DevelopersNav />
      {type.description && (
        <p className={styles['text']}>
          <En>{type.description}</En>
        </p>
      )}
      <Marks sharing={type.sharing} cost={type.cost} coordinate={type.name} />
      {type.fields.length > 0 && (
        <Panel title={t('developers.fields')} aside={String(type.fields.length)}>
          <ul className={styles['fields']}>
            {type.fields.map((field) => (
              <li key={field.name} id={field.name}>
                <Field owner={type.name} field={field} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {type.hidden.length > 0 && (
        <Panel title={t('developers.hidden')} aside={String(type.hidden.length)}>
          <p className={stack['soft']}>{t('developers.hiddenText')}</p>
          <ul className={styles['fields']}>
            {type.hidden.map(({ name, type: text, description, sharing }) => (
              <li key={name} id={name}>
                <h3 className={styles['field']}>
                  <code>{name}</code> <code className={styles['type']}>{text}</code>
                </h3>
                {description && (
                  <p className={styles['text']}>
                    <En>{description}</En>
                  </p>
                )}
                <Marks sharing={sharing} cost={null} coordinate={`${type.name}.${name}`} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {type.values.length > 0 && (
        <Panel title={t('developers.values')}>
          <ul className={styles['fields']}>
            {type.values.map(({ name, description, deprecation }) => (
              <li key={name} id={name}>
                <code>{name}</code>
                {description && (
                  <p className={styles['text']}>
                    <En>{description}</En>
                  </p>
                )}
                {deprecation && (
                  <p>
                    <Zh>{t('developers.deprecated', { reason: deprecation })}</Zh>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {type.possible.length > 0 && (
        <Panel title={t('developers.possible')}>
          <ul className={stack['list']}>
            {type.possible.map((name) => (
              <li key={name}>
                <Link to={to(`/developers/reference/${name}`)}>
                  <code>{name}</code>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Field({ owner, field }: { owner: string; field: FieldDescription }) {
  const { t } = useTexts();
  return (
    <>
      <h3 className={styles['field']}>
        <a href={`#${field.name}`}>
          <code>{field.name}</code>
        </a>{' '}
        <TypeLink type={field.type} />
      </h3>
      {field.description && (
        <p className={styles['text']}>
          <En>{field.description}</En>
        </p>
      )}
      {field.deprecation && (
        <p>
          <Status tone="warn">{t('developers.deprecated', { reason: field.deprecation })}</Status>
        </p>
      )}
      <Marks sharing={field.sharing} cost={field.cost} coordinate={`${owner}.${field.name}`} />
      {field.args.length > 0 && (
        <ul className={styles['args']}>
          {field.args.map(({ name, type, description, byDefault }) => (
            <li key={name}>
              <code>{name}</code> <TypeLink type={type} />
              {byDefault !== null && <code className={stack['soft']}> = {byDefault}</code>}
              {description && (
                <span className={stack['soft']}>
                  {' '}
                  <En>{description}</En>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TypeLink({ type: { text, named } }: { type: TypeText }) {
  const { to } = useTexts();
  const [before, after] = text.split(named);
  return (
    <code className={styles['type']}>
      {before}
      <Link to={to(`/developers/reference/${named}`)}>{named}</Link>
      {after}
    </code>
  );
}

/** Who may read it and by which law, how fresh it is, who owns it, and what it costs. */
function Marks({
  sharing,
  cost,
  coordinate,
}: {
  sharing: Sharing | null;
  cost: Cost | null;
  coordinate: string;
}) {
  const { t, to } = useTexts();
  if (!sharing && !cost) return null;
  return (
    <ul className={styles['marks']}>
      {sharing && (
        <li>
          <Status tone={TONES[sharing.class] ?? 'neutral'}>{t(`developers.sharing.${sharing.class}`)}</Status>
          {sharing.class === 'CONDITIONAL' && coordinate.includes('.') && (
            <>
              {' '}
              <Link to={to(`/developers/grants?fields=${coordinate}`)}>{t('problem.apply')}</Link>
            </>
          )}
        </li>
      )}
      {sharing?.department && <li>{t(`department.${sharing.department}`)}</li>}
      {sharing?.basis && (
        <li>
          <Zh>{sharing.basis}</Zh>
        </li>
      )}
      {sharing?.cycle && <li>{t(`developers.cycle.${sharing.cycle}`)}</li>}
      {cost?.weight !== undefined && <li>{t('developers.weight', { weight: cost.weight })}</li>}
      {cost?.size !== undefined && <li>{t('developers.size', { size: cost.size })}</li>}
      {cost?.sizedBy && <li>{t('developers.sizedBy', { names: cost.sizedBy.join(', ') })}</li>}
    </ul>
  );
}
