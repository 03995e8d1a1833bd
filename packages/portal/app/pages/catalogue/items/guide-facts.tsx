import type { GuidePartsFragment } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import styles from './item.module.css';

/** What people want to know first: how long, how often one must come, what it costs, and how far it can be done online. */
export function GuideFacts({
  guide,
  levels,
}: {
  guide: GuidePartsFragment;
  levels: readonly string[] | null;
}) {
  const { t, format, language } = useTexts();
  const { promisedDays, statutoryDays, visits, feeCny, onlineDepth: depth } = guide;
  const unknown = t('items.notStated');
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('items.promised')}</dt>
        <dd>{promisedDays == null ? unknown : t('catalogue.days', { days: promisedDays })}</dd>
        {statutoryDays != null && (
          <dd className={styles['note']}>
            {t('items.statutory', { days: statutoryDays })}
            {promisedDays != null && statutoryDays > promisedDays && (
              <> · {t('items.faster', { share: format.percent(1 - promisedDays / statutoryDays) })}</>
            )}
          </dd>
        )}
      </div>
      <div>
        <dt>{t('items.visits')}</dt>
        <dd>{visits == null ? unknown : t('items.visitCount', { visits })}</dd>
      </div>
      <div>
        <dt>{t('items.fee')}</dt>
        <dd>{feeCny == null ? unknown : Number(feeCny) === 0 ? t('items.free') : format.money(feeCny)}</dd>
      </div>
      <div>
        <dt>{t('items.depth')}</dt>
        <dd>{depth == null ? unknown : t(`items.depth.${depth}`)}</dd>
        {depth != null && (
          <dd className={styles['note']}>
            <span className={styles['depth']} aria-hidden="true">
              {Array.from({ length: 8 }, (_, i) => (
                <i key={i} data-reached={i < depth} />
              ))}
            </span>
            {t('items.depthOf', { depth })}
          </dd>
        )}
      </div>
      {levels && levels.length > 0 && (
        <div>
          <dt>{t('items.levels')}</dt>
          <dd>{levels.map((level) => t(`items.level.${level}`)).join(language === 'zh' ? '、' : ', ')}</dd>
        </div>
      )}
    </dl>
  );
}
