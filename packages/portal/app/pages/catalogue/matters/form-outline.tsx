import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './matters.module.css';

interface Field {
  title?: string;
  'x-title-en'?: string;
  properties?: Readonly<Record<string, Field>>;
  required?: readonly string[];
}

/** Those that must be filled in come first, in the order in which the form names them: a department may keep the others in any order. */
function inOrder({ properties, required = [] }: Field): [string, Field][] {
  const place = (name: string) => (required.includes(name) ? required.indexOf(name) : required.length);
  return Object.entries(properties ?? {}).toSorted(([one], [other]) => place(one) - place(other));
}

/** What the one form asks, so that one has it at hand. Its parts, and their questions. */
export function FormOutline({ schema }: { schema: unknown }) {
  const { t, pick } = useTexts();
  const form = schema as Field | null;
  const titleOf = (name: string, field: Field) => pick(field.title ?? name, field['x-title-en']);
  return (
    <div className={styles['outline']}>
      {inOrder(form ?? {}).map(([name, part]) => (
        <section key={name}>
          <h3>
            <Zh>{titleOf(name, part)}</Zh>
          </h3>
          {!form?.required?.includes(name) && <p className={stack['soft']}>{t('matters.partOptional')}</p>}
          <ul>
            {inOrder(part).map(([key, field]) => (
              <li key={key}>
                <Zh>{titleOf(key, field)}</Zh>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
