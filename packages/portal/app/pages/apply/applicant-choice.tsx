import field from '../../design/field.module.css';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import fields from './forms/fields.module.css';

interface Mandate {
  id: string;
  kind: string;
  state: string;
  items?: string[] | null;
  enterprise: { uscc: string; name: string; status: string };
}

export interface Applicant {
  uscc: string;
  name: string;
  kind: string;
}

/** The enterprises for which a person may apply for an item or a matter, each once. */
export function applicantsOf(
  mandates: { edges: { node: Mandate }[] } | null | undefined,
  code: string | null,
): Applicant[] {
  const held = (mandates?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ state, items }) => state === 'IN_FORCE' && (!items || (code !== null && items.includes(code))))
    .map(({ enterprise, kind }) => ({ uscc: enterprise.uscc, name: enterprise.name, kind }));
  return [...new Map(held.map((applicant) => [applicant.uscc, applicant])).values()];
}

/** Who applies: the person, or an enterprise for which it acts. */
export function ApplicantChoice({
  person,
  applicants,
  problem,
}: {
  person: string;
  applicants: readonly Applicant[];
  problem: string | null;
}) {
  const { t, format } = useTexts();
  return (
    <fieldset className={fields['choice']} aria-describedby={problem ? 'applicant-wrong' : undefined}>
      <legend className={field['label']}>{t('apply.applicant')}</legend>
      {problem && (
        <p id="applicant-wrong" className={field['error']} role="alert">
          {problem}
        </p>
      )}
      <div className={fields['options']}>
        {applicants.map(({ uscc, name, kind }, i) => (
          <label key={uscc} className={fields['option']}>
            <input type="radio" name="applicant" value={uscc} defaultChecked={i === 0} />
            <span>
              <strong>
                <Zh>{name}</Zh>
              </strong>
              <br />
              <span className={field['hint']}>
                {format.uscc(uscc)} · {t(`apply.kind.${kind}`)}
              </span>
            </span>
          </label>
        ))}
        <label className={fields['option']}>
          <input type="radio" name="applicant" value="self" defaultChecked={applicants.length === 0} />
          <span>
            <strong>
              <Zh>{person}</Zh>
            </strong>
            <br />
            <span className={field['hint']}>{t('apply.self')}</span>
          </span>
        </label>
      </div>
    </fieldset>
  );
}
