import { getTableColumns } from 'drizzle-orm';
import { enterprises } from './tables.ts';

const {
  original: _original,
  searchName: _searchName,
  nameInitials: _nameInitials,
  ...columns
} = getTableColumns(enterprises);

/** The columns that fields read: see EnterpriseModel. */
export const enterpriseColumns = columns;
