import { createContext, type ReactNode, useContext } from 'react';
import field from '../../../design/field.module.css';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { type Answer, type Answers, answerAt, rowsName } from './answers.ts';
import styles from './fields.module.css';
import type { FormField, FormList, FormObject } from './form-schema.ts';
import { controlId, ScalarControl } from './scalar-control.tsx';

/** What is known of the fields that are drawn. */
export interface FieldsContext {
  answers: Answers;
  /** What is wrong, by path. */
  problems: ReadonlyMap<string, string>;
  /** Rows that lists have on the screen, if more than answers. */
  rows: Readonly<Record<string, number>>;
  /** What stands beneath a control, such as where its value comes from. */
  note?: (path: string) => ReactNode;
}

const context = createContext<FieldsContext>({ answers: {}, problems: new Map(), rows: {} });

/** The controls of fields of a form. They post by their paths, with or without scripts. */
export function Fields({
  form,
  names,
  ...known
}: FieldsContext & { form: FormObject; names: readonly string[] }) {
  // A group that stands alone has its title as that of the screen.
  const only = names.length === 1 ? form.properties[names[0]!] : undefined;
  return (
    <context.Provider value={known}>
      {only?.type === 'object' ? (
        <ObjectFields field={only} path={names[0]!} />
      ) : (
        names.map((name) => (
          <AnyField
            key={name}
            field={form.properties[name]!}
            path={name}
            isRequired={isRequired(form, name, known.answers)}
          />
        ))
      )}
    </context.Provider>
  );
}

function isRequired(form: FormObject, name: string, answers: Answer | undefined): boolean {
  if (form.required?.includes(name)) return true;
  if (typeof answers !== 'object' || Array.isArray(answers)) return false;
  return Object.entries(form.dependentRequired ?? {}).some(
    ([other, needed]) => answers[other] !== undefined && needed.includes(name),
  );
}

function ObjectFields({ field: object, path }: { field: FormObject; path: string }) {
  const { answers } = useContext(context);
  return Object.entries(object.properties).map(([name, part]) => (
    <AnyField
      key={name}
      field={part}
      path={`${path}.${name}`}
      isRequired={isRequired(object, name, answerAt(answers, path))}
    />
  ));
}

function AnyField({ field: one, path, isRequired }: { field: FormField; path: string; isRequired: boolean }) {
  const { answers, problems, note } = useContext(context);
  const { pick } = useTexts();
  if (one.type === 'array') return <ListField field={one} path={path} isRequired={isRequired} />;
  if (one.type === 'object') {
    return (
      <fieldset className={styles['group']}>
        <legend>
          <Zh>{pick(one.title, one['x-title-en'])}</Zh>
        </legend>
        <Description field={one} />
        <ObjectFields field={one} path={path} />
      </fieldset>
    );
  }
  return (
    <ScalarControl
      field={one}
      path={path}
      isRequired={isRequired}
      answer={answerAt(answers, path) as string | number | boolean | undefined}
      problem={problems.get(path)}
      note={note?.(path)}
    />
  );
}

/** Rows are added and removed by buttons that post the form: all that was typed comes back with it. */
function ListField({
  field: list,
  path,
  isRequired,
}: {
  field: FormList;
  path: string;
  isRequired: boolean;
}) {
  const { answers, problems, rows, note } = useContext(context);
  const { t, pick } = useTexts();
  const given = answerAt(answers, path);
  const count = Math.max(
    Array.isArray(given) ? given.length : 0,
    rows[path] ?? 0,
    list.minItems ?? 0,
    isRequired ? 1 : 0,
  );
  const problem = problems.get(path);
  const title = pick(list.title, list['x-title-en']);
  const row = pick(list.items.title, list.items['x-title-en']);
  return (
    <fieldset className={styles['group']} id={controlId(path)} tabIndex={-1}>
      <legend>
        <Zh>{title}</Zh>
        {isRequired && <span className={field['required']}>{t('design.required')}</span>}
      </legend>
      <Description field={list} />
      {problem && (
        <p className={field['error']}>
          <Zh>{problem}</Zh>
        </p>
      )}
      <input type="hidden" name={rowsName(path)} value={count} />
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className={styles['row']} role="group" aria-labelledby={`${controlId(path)}-row-${i}`}>
          <p className={styles['rowHead']}>
            <strong id={`${controlId(path)}-row-${i}`}>
              <Zh>{t('forms.row', { title: row, number: i + 1 })}</Zh>
            </strong>
            <button type="submit" name="go" value={`remove:${path}.${i}`} className={styles['small']}>
              {t('forms.removeRow')}
            </button>
          </p>
          <AnyRow field={list.items} path={`${path}.${i}`} />
        </div>
      ))}
      {count < (list.maxItems ?? 100) && (
        <p>
          <button type="submit" name="go" value={`add:${path}`} className={styles['add']}>
            <Zh>{t('forms.addRow', { title: row })}</Zh>
          </button>
        </p>
      )}
      {note?.(path)}
    </fieldset>
  );
}

function AnyRow({ field: one, path }: { field: FormField; path: string }) {
  return one.type === 'object' ? (
    <ObjectFields field={one} path={path} />
  ) : (
    <AnyField field={one} path={path} isRequired={false} />
  );
}

function Description({ field: one }: { field: FormField }) {
  const { pick } = useTexts();
  return one.description ? (
    <p className={field['hint']}>
      <Zh>{pick(one.description, one['x-description-en'])}</Zh>
    </p>
  ) : null;
}
