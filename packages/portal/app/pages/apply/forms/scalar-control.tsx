import type { InputHTMLAttributes, ReactNode } from 'react';
import field from '../../../design/field.module.css';
import { useTexts } from '../../../language/text.tsx';
import { useZhLang, Zh } from '../../../language/lang.tsx';
import styles from './fields.module.css';
import type { FormFlag, FormNumber, FormText } from './form-schema.ts';

/** The id of the control of an answer: links of the error summary lead to it. */
export const controlId = (path: string) => `f-${path}`;

/** More options than this are a list to choose from. */
const MAX_RADIOS = 6;
/** Texts longer than this have several lines. */
const MAX_LINE = 200;

const KINDS: Readonly<Record<string, InputHTMLAttributes<HTMLInputElement>>> = {
  date: { type: 'date' },
  phone: { type: 'tel', autoComplete: 'tel' },
  email: { type: 'email', autoComplete: 'email' },
  uscc: { autoCapitalize: 'characters', spellCheck: false },
  'region-code': { inputMode: 'numeric' },
};

interface ControlProps {
  field: FormText | FormNumber | FormFlag;
  path: string;
  isRequired: boolean;
  answer: string | number | boolean | undefined;
  problem: string | undefined;
  note: ReactNode;
}

/** One answer: a line, several lines, a choice. What is wrong with it stands above the control, and is read out with it. */
export function ScalarControl({ field: one, path, isRequired, answer, problem, note }: ControlProps) {
  const { t, pick } = useTexts();
  const langOf = useZhLang();
  const id = controlId(path);
  const hint = hintOf(one);
  const label = (
    <>
      <Zh>{pick(one.title, one['x-title-en'])}</Zh>
      {isRequired ? (
        <span className={field['required']}>{t('design.required')}</span>
      ) : (
        <span className={field['required']}>{t('forms.optional')}</span>
      )}
    </>
  );
  const described = {
    'aria-invalid': problem ? (true as const) : undefined,
    'aria-required': isRequired || undefined,
    'aria-describedby':
      [hint && `${id}-hint`, problem && `${id}-wrong`, note && `${id}-note`].filter(Boolean).join(' ') ||
      undefined,
  };
  const about = (
    <>
      {hint && (
        <p id={`${id}-hint`} className={field['hint']}>
          <Zh>{hint}</Zh>
        </p>
      )}
      {problem && (
        <p id={`${id}-wrong`} className={field['error']}>
          <span aria-hidden="true">✕ </span>
          <Zh>{problem}</Zh>
        </p>
      )}
    </>
  );
  const beneath = note ? <div id={`${id}-note`}>{note}</div> : null;
  const options = optionsOf(one);
  if (options && (one.type === 'boolean' || options.length <= MAX_RADIOS)) {
    return (
      <fieldset className={styles['choice']} aria-describedby={described['aria-describedby']}>
        <legend className={field['label']}>{label}</legend>
        {about}
        <div className={styles['options']} data-few={options.length <= 2 || undefined}>
          {options.map(({ value, title }, i) => (
            <label key={value} className={styles['option']}>
              <input
                type="radio"
                id={i === 0 ? id : undefined}
                name={path}
                value={value}
                defaultChecked={String(answer) === value}
                aria-invalid={described['aria-invalid']}
              />
              <span>
                <Zh>{title}</Zh>
              </span>
            </label>
          ))}
        </div>
        {beneath}
      </fieldset>
    );
  }
  const value = answer === undefined ? '' : String(answer);
  return (
    <div className={field['field']}>
      <label htmlFor={id} className={field['label']}>
        {label}
      </label>
      {about}
      {options ? (
        <select {...described} id={id} name={path} defaultValue={value} className={field['control']}>
          <option value="">{t('forms.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={langOf(option.title)}>
              {option.title}
            </option>
          ))}
        </select>
      ) : one.type === 'string' && !one.format && (one.maxLength ?? 0) > MAX_LINE ? (
        <textarea
          {...described}
          id={id}
          name={path}
          rows={5}
          defaultValue={value}
          lang={langOf(value)}
          className={field['control']}
        />
      ) : (
        <input
          {...(one.type === 'string' ? KINDS[one.format ?? ''] : { inputMode: 'decimal' })}
          {...described}
          id={id}
          name={path}
          defaultValue={value}
          lang={langOf(value)}
          autoComplete={one.type === 'string' && one.format === 'phone' ? 'tel' : 'off'}
          className={`${field['control']} ${styles[widthOf(one)] ?? ''}`}
        />
      )}
      {beneath}
    </div>
  );

  function optionsOf(any: ControlProps['field']) {
    if (any.type === 'boolean') {
      return [
        { value: 'true', title: t('forms.yes') },
        { value: 'false', title: t('forms.no') },
        ...(isRequired ? [] : [{ value: '', title: t('forms.open') }]),
      ].map((option) => option);
    }
    return any.oneOf?.map((option) => ({
      value: String(option.const),
      title: pick(option.title, option['x-title-en']),
    }));
  }

  function hintOf(any: ControlProps['field']): string {
    const own = any.description ? pick(any.description, any['x-description-en']) : '';
    if (any.type === 'boolean' || any.oneOf) return own;
    if (any.type === 'string') {
      const format = any.format === 'uscc' || any.format === 'phone' ? t(`forms.hint.${any.format}`) : '';
      const length =
        !any.format && (any.maxLength ?? 0) > MAX_LINE
          ? t('forms.hint.length', { count: any.maxLength })
          : '';
      return [own, format, length].filter(Boolean).join(' ');
    }
    return own;
  }
}

/** Short answers have short controls. */
function widthOf(one: ControlProps['field']): string {
  if (one.type !== 'string') return 'narrow';
  if (one.format === 'date' || one.format === 'phone') return 'narrow';
  return one.format === 'uscc' || (one.maxLength ?? 99) <= 50 ? 'medium' : 'wide';
}
