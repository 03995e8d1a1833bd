import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { useTexts } from '../language/text.tsx';
import { useZhLang, Zh } from '../language/lang.tsx';
import styles from './field.module.css';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value, and what to do. */
  error?: string | null;
}

type InputProps = FieldProps & InputHTMLAttributes<HTMLInputElement>;
type SelectProps = FieldProps & SelectHTMLAttributes<HTMLSelectElement>;
type TextAreaProps = FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>;

export function Input({ label, hint, error, ...rest }: InputProps) {
  const langOf = useZhLang();
  const { frame, described } = useFrame({
    label,
    hint,
    error: error ?? null,
    isRequired: rest.required ?? false,
  });
  return frame(
    <input lang={langOf(rest.defaultValue)} {...rest} {...described} className={styles['control']} />,
  );
}

export function Select({ label, hint, error, ...rest }: SelectProps) {
  const { frame, described } = useFrame({
    label,
    hint,
    error: error ?? null,
    isRequired: rest.required ?? false,
  });
  return frame(<select {...rest} {...described} className={styles['control']} />);
}

export function TextArea({ label, hint, error, ...rest }: TextAreaProps) {
  const langOf = useZhLang();
  const { frame, described } = useFrame({
    label,
    hint,
    error: error ?? null,
    isRequired: rest.required ?? false,
  });
  return frame(
    <textarea
      rows={4}
      lang={langOf(rest.defaultValue)}
      {...rest}
      {...described}
      className={styles['control']}
    />,
  );
}

function useFrame({
  label,
  hint,
  error,
  isRequired,
}: FieldProps & { error: string | null; isRequired: boolean }) {
  const id = useId();
  const { t } = useTexts();
  const described = {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby':
      [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  };
  const frame = (control: ReactNode) => (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        <Zh>{label}</Zh>
        {isRequired && <span className={styles['required']}>{t('design.required')}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          <Zh>{hint}</Zh>
        </p>
      )}
      {control}
      {error && (
        <p id={`${id}-error`} className={styles['error']}>
          <Zh>{error}</Zh>
        </p>
      )}
    </div>
  );
  return { frame, described };
}
