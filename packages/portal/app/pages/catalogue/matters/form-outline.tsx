import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import styles from './matters.module.css';

interface Field {
  title?: string;
  'x-title-en'?: string;
  properties?: Readonly<Record<string, Field>>;
  required?: readonly string[];
}

/** What the one form asks, so that one has it at hand. Parts and their questions, in the order of the form. */
export function FormOutline({ schema }: { schema: unknown }) {
  const { t, pick } = useTexts();
  const form = schema as Field | null;
  const titleOf = (name: string, field: Field) => pick(field.title ?? name, field['x-title-en']);
  return (
    <div className={styles['outline']}>
      {Object.entries(form?.properties ?? {}).map(([name, part]) => (
        <section key={name}>
          <h3>{titleOf(name, part)}</h3>
          {!form?.required?.includes(name) && <p className={stack['soft']}>{t('matters.partOptional')}</p>}
          <ul>
            {Object.entries(part.properties ?? {}).map(([key, field]) => (
              <li key={key}>{titleOf(key, field)}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
