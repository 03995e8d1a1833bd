import { Link, useLocation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { Input, Select } from '../../../design/field.tsx';
import type { ItemsQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { useZhLang } from '../../../language/lang.tsx';
import { useVisitor } from '../../../visitor.ts';
import { type ItemsFilter, TYPES } from './filter.ts';
import styles from './items.module.css';

/** The conditions of the list, as a form whose address can be kept and shared. In the mode with large text only the words are asked for. */
export function FilterForm({ filter, region }: { filter: ItemsFilter; region: ItemsQuery['region'] | null }) {
  const { t, to } = useTexts();
  const langOf = useZhLang();
  const { pathname, search } = useLocation();
  const isLarge = useVisitor().preferences.size === 'large';
  const isKnown = region?.path.some(({ code }) => code === filter.region) ?? false;
  return (
    <form action={to('/items')} role="search" className={styles['filter']} data-print="none">
      <Input
        label={t('items.text')}
        name="text"
        type="search"
        defaultValue={filter.text}
        maxLength={100}
        placeholder={t('items.textHint')}
      />
      {isLarge ? (
        <>
          <input type="hidden" name="region" value={filter.region} />
          {filter.type && <input type="hidden" name="type" value={filter.type} />}
          {filter.noVisit && <input type="hidden" name="noVisit" value="1" />}
        </>
      ) : (
        <>
          <Select
            label={
              <>
                {t('items.region')}{' '}
                <Link
                  to={to(`/regions?return=${encodeURIComponent(`${pathname}${search}`)}`)}
                  className={styles['aside']}
                >
                  {t('items.otherRegion')}
                </Link>
              </>
            }
            name="region"
            defaultValue={filter.region}
          >
            {!isKnown && <option value={filter.region}>{filter.region}</option>}
            {region?.path.map(({ code, name }) => (
              <option key={code} value={code} lang={langOf(name)}>
                {name ?? code}
              </option>
            ))}
            {region?.children && region.children.edges.length > 0 && (
              <optgroup label={t('items.beneath')}>
                {region.children.edges.map(({ node }) => (
                  <option key={node.code} value={node.code} lang={langOf(node.name)}>
                    {node.name ?? node.code}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
          <Select label={t('items.type')} name="type" defaultValue={filter.type ?? ''}>
            <option value="">{t('items.allTypes')}</option>
            {TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`catalogue.type.${type}`)}
              </option>
            ))}
          </Select>
          <label className={styles['check']}>
            <input type="checkbox" name="noVisit" value="1" defaultChecked={filter.noVisit} />
            {t('items.noVisitOnly')}
          </label>
        </>
      )}
      {filter.department && <input type="hidden" name="department" value={filter.department} />}
      <Button>{t('items.show')}</Button>
    </form>
  );
}
