import { getTableColumns } from 'drizzle-orm';
import { serviceItems } from './tables.ts';

const {
  original: _original,
  searchName: _searchName,
  nameInitials: _nameInitials,
  searchText: _searchText,
  guideText: _guideText,
  ...columns
} = getTableColumns(serviceItems);

/** The columns that fields read: see ServiceItemModel. */
export const serviceItemColumns = columns;
