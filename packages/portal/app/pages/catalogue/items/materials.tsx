import { Status } from '../../../design/status.tsx';
import type { GuidePartsFragment } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './item.module.css';

type Material = Pick<
  NonNullable<GuidePartsFragment['materials']>[number],
  'code' | 'name' | 'nameEn' | 'originals' | 'copies' | 'heldBy'
> &
  Partial<Pick<NonNullable<GuidePartsFragment['materials']>[number], 'need' | 'fromSharedData'>>;

/** What to hand in, and beside it what nobody hands in any more, because a department holds it. */
export function Materials({
  materials,
  hasQuestions,
}: {
  materials: readonly Material[];
  hasQuestions: boolean;
}) {
  const { t, pick } = useTexts();
  if (materials.length === 0) return <p>{t('items.noMaterials')}</p>;
  return (
    <ul className={styles['materials']}>
      {materials.map((material, i) => (
        <li key={material.code ?? i} data-free={isFree(material)}>
          <div>
            <strong>
              <Zh>{pick(material.name, material.nameEn)}</Zh>
            </strong>
            <p className={styles['note']}>
              {isFree(material)
                ? t('items.heldBy', {
                    department: material.heldBy
                      ? t(`department.${material.heldBy.department}`)
                      : t('items.sharedData'),
                  })
                : t('items.copies', { originals: material.originals, copies: material.copies })}
            </p>
          </div>
          {isFree(material) ? (
            <Status tone="good">{t('items.need.NEVER')}</Status>
          ) : (
            material.need && (
              <Status tone={material.need === 'ALWAYS' ? 'brand' : 'neutral'}>
                {t(`items.need.${material.need}`)}
                {material.need === 'DEPENDS' && hasQuestions && (
                  <a href="#questions" aria-label={t('items.whatItTakes')}>
                    ?
                  </a>
                )}
              </Status>
            )
          )}
        </li>
      ))}
    </ul>
  );
}

function isFree({ need, heldBy, fromSharedData }: Material): boolean {
  return need === 'NEVER' || heldBy != null || fromSharedData === true;
}
