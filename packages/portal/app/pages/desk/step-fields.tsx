import { Input, TextArea } from '../../design/field.tsx';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import styles from './desk-case.module.css';
import type { Desk, DeskCase, StepName } from './model.ts';
import { ReturnFields } from './return-fields.tsx';
import type { Typed } from './steps.ts';

export interface StepFieldsProps {
  step: StepName;
  one: DeskCase;
  desk: Pick<Desk, 'hasPermits' | 'mostExtensionDays'>;
  typed: Typed;
}

/** What a step asks for. */
export function StepFields({ step, one, desk, typed }: StepFieldsProps) {
  const { t } = useTexts();
  const given = (name: string) => typed[name]?.[0] ?? '';
  const reason = (
    <TextArea
      name="reason"
      label={t('desk.reason')}
      hint={t(`desk.reasonHint.${step}`)}
      defaultValue={given('reason')}
      maxLength={2000}
      required={step !== 'decide'}
    />
  );
  switch (step) {
    case 'accept':
      return desk.hasPermits ? <AcceptFields one={one} typed={typed} /> : <p>{t('desk.hint.accept')}</p>;
    case 'return':
      return <ReturnFields one={one} typed={typed} />;
    case 'extend':
      return (
        <>
          <Input
            name="days"
            type="number"
            min={1}
            max={desk.mostExtensionDays}
            label={t('desk.extendBy', { most: desk.mostExtensionDays })}
            defaultValue={given('days')}
            required
          />
          {reason}
        </>
      );
    case 'decide': {
      const isDenied = given('decision') === 'DENIED';
      return (
        <fieldset className={styles['choices']}>
          <legend>{t('desk.decision')}</legend>
          <Choice name="decision" value="GRANTED" isChosen={!isDenied} label={t('desk.grant')} />
          <Choice name="decision" value="DENIED" isChosen={isDenied} label={t('desk.deny')} />
          {desk.hasPermits ? (
            <div data-for="GRANTED" className={styles['choice']}>
              <Input
                name="permitName"
                label={t('desk.permitName')}
                hint={t('desk.permitNameHint')}
                defaultValue={given('permitName')}
              />
              <Input
                name="validUntil"
                type="date"
                label={t('desk.validUntil')}
                hint={t('desk.validUntilHint')}
                defaultValue={given('validUntil')}
              />
            </div>
          ) : (
            <p data-for="GRANTED">{t('desk.hint.grant')}</p>
          )}
          <div data-for="DENIED" className={styles['choice']}>
            {reason}
          </div>
        </fieldset>
      );
    }
    case 'decline':
    case 'suspend':
      return reason;
    default:
      return <p>{t(`desk.hint.${step}`)}</p>;
  }
}

function AcceptFields({ one, typed }: Pick<StepFieldsProps, 'one' | 'typed'>) {
  const { t } = useTexts();
  const given = (name: string) => typed[name]?.[0] ?? '';
  const how = given('how') || 'plain';
  return (
    <fieldset className={styles['choices']}>
      <legend>{t('desk.how')}</legend>
      {(['plain', 'followUp', 'commitment'] as const).map((value) => (
        <Choice
          key={value}
          name="how"
          value={value}
          isChosen={how === value}
          label={t(`desk.how.${value}`)}
        />
      ))}
      <div data-for="followUp" className={styles['choice']}>
        <fieldset className={styles['checks']}>
          <legend>{t('desk.followUpMaterials')}</legend>
          {one.guideMaterials.map((material) => (
            <label key={material}>
              <input
                type="checkbox"
                name="material"
                value={material}
                defaultChecked={typed['material']?.includes(material)}
              />
              <Zh>{material}</Zh>
            </label>
          ))}
        </fieldset>
        <Input
          name="followUpBy"
          type="date"
          label={t('desk.followUpBy')}
          defaultValue={given('followUpBy')}
        />
      </div>
      <div data-for="commitment" className={styles['choice']}>
        <TextArea
          name="commitment"
          label={t('desk.commitment')}
          hint={t('desk.commitmentHint')}
          defaultValue={given('commitment')}
          maxLength={2000}
        />
        <Input name="signedBy" label={t('desk.signedBy')} defaultValue={given('signedBy')} />
      </div>
    </fieldset>
  );
}

function Choice({
  name,
  value,
  isChosen,
  label,
}: {
  name: string;
  value: string;
  isChosen: boolean;
  label: string;
}) {
  return (
    <label className={styles['radio']}>
      <input type="radio" name={name} value={value} defaultChecked={isChosen} />
      {label}
    </label>
  );
}
