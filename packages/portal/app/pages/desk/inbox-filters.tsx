import { Form } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Select } from '../../design/field.tsx';
import { useTexts } from '../../language/text.tsx';
import { useZhLang } from '../../language/lang.tsx';
import { INBOX_STATES } from './inbox-filter.ts';
import styles from './inbox.module.css';
import type { Desk, DeskRow, InboxFilter } from './model.ts';
import { tellName } from './names.ts';

/** What the inbox is narrowed to: a plain form, so that an address can be kept. */
export function InboxFilters({
  filter,
  items,
  rows,
  regions,
}: {
  filter: InboxFilter;
  items: Desk['items'];
  rows: readonly DeskRow[];
  regions: readonly { code: string; name: string }[];
}) {
  const texts = useTexts();
  const { t, to } = texts;
  const langOf = useZhLang();
  const isListed = regions.some(({ code }) => code === filter.region);
  return (
    <Form action={to('/desk')} className={styles['filters']} role="search" aria-label={t('desk.filter')}>
      <Select name="state" label={t('desk.state')} defaultValue={filter.states?.[0] ?? ''} data-key="/">
        <option value="">{t('desk.allStates')}</option>
        {INBOX_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`case.state.${state}`)}
          </option>
        ))}
      </Select>
      {items !== null && (
        <Select name="item" label={t('desk.item')} defaultValue={filter.item ?? ''}>
          <option value="">{t('desk.allItems')}</option>
          {itemsOf(items, rows, filter.item).map(({ code, name, region }) => {
            const text = [name === null ? code : tellName(texts, name), region].filter(Boolean).join(' · ');
            return (
              <option key={code} value={code} lang={langOf(text)}>
                {text}
              </option>
            );
          })}
        </Select>
      )}
      <Select name="region" label={t('desk.region')} defaultValue={filter.region ?? ''}>
        <option value="">{t('desk.allRegions')}</option>
        {filter.region !== null && !isListed && <option value={filter.region}>{filter.region}</option>}
        {regions.map(({ code, name }) => (
          <option key={code} value={code} lang={langOf(name)}>
            {name}
          </option>
        ))}
      </Select>
      <label className={styles['check']}>
        <input type="checkbox" name="overdue" value="1" defaultChecked={filter.overdue} />
        {t('desk.onlyOverdue')}
      </label>
      <Button look="secondary">{t('desk.narrow')}</Button>
    </Form>
  );
}

type Item = { code: string; name: DeskRow['item'] | null; region: string | null };

/** The kinds of a department, or the items of the cases that are shown: one name stands for as many items as there are regions. */
function itemsOf(items: NonNullable<Desk['items']>, rows: readonly DeskRow[], chosen: string | null): Item[] {
  if (items !== 'ofRows')
    return items.map((code) => ({ code, name: { message: `desk.item.${code}` }, region: null }));
  const found = new Map<string, Item>();
  for (const { itemCode, item, region } of rows) {
    if (itemCode !== null) found.set(itemCode, { code: itemCode, name: item, region });
  }
  if (chosen !== null && !found.has(chosen)) found.set(chosen, { code: chosen, name: null, region: null });
  return [...found.values()];
}
