/**
 * What the role of the serving process may do with the rows of one table, as `GRANT` has it. Columns in brackets are those it may change.
 *
 * Whoever locks rows (`for update`, `for share`) needs the right to change one column at least.
 */
export type RowRights =
  `select${'' | ', insert'}${'' | ', update' | `, update (${string})`}${'' | ', delete'}`;

/** By the name of the table. Of what is not named here the role may do nothing. */
export type TableRights = Readonly<Record<string, RowRights>>;

/**
 * What the kit itself needs of its own tables. A department names its other tables, and may name one of these with other rights.
 *
 * Timelines are only added to. Of a row in the outbox, nothing is changed but how far it was published.
 */
const KIT_RIGHTS: TableRights = {
  seed_runs: 'select',
  officials: 'select',
  cases: 'select, insert, update',
  case_events: 'select, insert',
  case_prefills: 'select, insert, update',
  certificates: 'select, insert, update (state, state_at)',
  idempotency_keys: 'select, insert, update (result), delete',
  material_uploads: 'select, insert, update, delete',
  materials: 'select, insert, delete',
  monthly_totals: 'select, insert, update',
  outbox: 'select, insert, update (position, published_at), delete',
  webhooks: 'select, insert, update, delete',
};

/** The rights of a department: its own, and those of the kit. */
export function withKitRights(rights: TableRights): TableRights {
  return { ...KIT_RIGHTS, ...rights };
}
