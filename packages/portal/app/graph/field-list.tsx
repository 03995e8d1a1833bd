import stack from '../design/stack.module.css';
import { useTexts } from '../language/text.tsx';
import { Zh } from '../language/lang.tsx';
import { useFieldNames } from './field-names.ts';

export interface ListedField {
  coordinate: string;
  /** The law by which it is shared with condition; null when its department does not say. */
  basis: string | null;
}

/** Fields that need a grant, with the law by which they do. */
export function FieldList({
  fields,
  hasCodes = true,
}: {
  fields: readonly ListedField[];
  /** Whether the coordinate stands beside a name; it always stands for a field without one. */
  hasCodes?: boolean;
}) {
  const { t } = useTexts();
  const nameOf = useFieldNames();
  return (
    <ul className={stack['list']}>
      {fields.map(({ coordinate, basis }) => {
        const name = nameOf(coordinate);
        return (
          <li key={coordinate}>
            {name !== null && <strong>{name} </strong>}
            {(hasCodes || name === null) && <code className={stack['soft']}>{coordinate}</code>}
            <br />
            <span className={stack['soft']}>
              <Zh>{basis ? t('field.basis', { basis }) : t('field.noBasis')}</Zh>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
