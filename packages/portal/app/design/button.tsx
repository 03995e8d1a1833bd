import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
}

/** Submits its form unless `type` says otherwise. */
export function Button({ look = 'primary', className = '', ...rest }: ButtonProps) {
  return <button type="submit" {...rest} className={`${styles['button']} ${styles[look]} ${className}`} />;
}

/** A link that looks like a button, for what leads to another page. */
export function ButtonLink({
  to,
  look = 'primary',
  children,
}: {
  to: string;
  look?: Look;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={`${styles['button']} ${styles[look]}`}>
      {children}
    </Link>
  );
}
