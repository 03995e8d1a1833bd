import { Form, Link } from 'react-router';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Input } from '../../design/field.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { FieldList } from '../../graph/field-list.tsx';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import type { GrantNeeds } from './grant-needs.ts';

/** What of this page is shared with condition: which fields, by which law, and what whoever looks can do about it. */
export function NeedsGrant({ needs, uscc }: { needs: GrantNeeds; uscc: string }) {
  const { t, to } = useTexts();
  const { standing, departments, lacksPurpose } = needs;
  const isCitizen = standing === 'CITIZEN';
  if (!isCitizen && departments.length === 0 && !lacksPurpose) return null;
  const fields = departments.flatMap((one) => one.fields.map(({ coordinate }) => coordinate));
  const application = to(`/grants?fields=${fields.join(',')}&enterprise=${uscc}#apply`);
  return (
    <Panel title={t('enterprise.needs.title')} id="needs">
      <div className={stack['stack']}>
        {(isCitizen || departments.length > 0) && <p>{t(`enterprise.needs.${standing}`)}</p>}
        {isCitizen && (
          <ul>
            <li>
              {t('enterprise.needs.mandate')}{' '}
              <Link to={to('/my/mandates')}>{t('enterprise.needs.toMandates')}</Link>
            </li>
            <li>
              {t('enterprise.needs.handling')} <Link to={to('/items')}>{t('enterprise.needs.toItems')}</Link>
            </li>
            <li>
              <Zh>{t('enterprise.needs.disclosure')}</Zh>
            </li>
          </ul>
        )}
        {departments.length > 0 && (
          <div className={stack['halves']}>
            {departments.map(({ department, fields: own }) => (
              <section key={department}>
                <h3>
                  {t('enterprise.needs.at', { department: department && t(`department.${department}`) })}
                </h3>
                <FieldList fields={own} hasCodes={!isCitizen} />
              </section>
            ))}
          </div>
        )}
        {standing === 'APPLICANT' && departments.length > 0 && (
          <p>
            <ButtonLink to={application}>{t('enterprise.needs.apply')}</ButtonLink>
          </p>
        )}
        {standing === 'OFFICIAL' && departments.length > 0 && (
          <p>
            <Link to={application}>{t('enterprise.needs.passOn')}</Link>
          </p>
        )}
        {lacksPurpose && !isCitizen && (
          <Form action={to(`/enterprises/${uscc}`)} className={stack['form']}>
            <p>{t('enterprise.needs.purpose')}</p>
            <Input name="basis" label={t('enterprise.needs.basis')} required maxLength={200} />
            <Input name="case" label={t('enterprise.needs.case')} required maxLength={200} />
            <p>
              <Button look="secondary">{t('enterprise.needs.show')}</Button>
            </p>
          </Form>
        )}
      </div>
    </Panel>
  );
}
