export { checkOptionalText, checkText, type TextErrorCode } from './commands/check-text.ts';
export { defineIdempotencyKeys, type IdempotencyTable } from './commands/idempotency-table.ts';
export {
  type IdempotencyErrorCode,
  type KeyedCommand,
  type OnceResult,
  removeIdempotencyKeys,
  runOnce,
} from './commands/run-once.ts';
export {
  catchUserErrors,
  type Outcome,
  userError,
  type UserErrorModel,
  UserErrors,
} from './commands/user-errors.ts';
export { isPlainText } from '@yiwang/identity';
export { askedKey, askedKeys } from './database/asked-keys.ts';
export { type Channel, createChannel } from './database/channel.ts';
export { anyOf, inRange, withinRegions } from './database/conditions.ts';
export { countUpTo, MAX_COUNTED } from './database/count-up-to.ts';
export type { Db } from './database/db.ts';
export { keepRejection } from './commands/keep-rejection.ts';
export { compileStatement, type Statement, transact } from './database/row-session.ts';
export { directUrlOf, withPassword } from './process/own-database-url.ts';
export { databaseFault } from './database/explain-database-error.ts';
export { migrateDatabase } from './database/migrate-database.ts';
export { nameContains, nameHolds } from './database/name-contains.ts';
export { checkInitials, initialsBegin } from './database/name-initials.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database/open-database.ts';
export { cleanDecimal } from './import/clean-decimal.ts';
export { cleanCode, cleanDate, cleanText, requireText } from './import/clean-values.ts';
export { type ImportDepartmentOptions, importDepartment, importFiles } from './import/import-department.ts';
export { Rejection } from './import/rejection.ts';
export type { AnyRegister, Register, RegisterRecord, StoredRows } from './import/register.ts';
export { countWritten, upsert, type WrittenRow } from './import/upsert.ts';
export { createLoadersByArguments } from './loaders/loaders-by-arguments.ts';
export { createPageLoader, type PageKey } from './loaders/page-loader.ts';
export { defineLoaders, type OfRequest, type PerRequest, perRequest } from './loaders/per-request.ts';
export { createRowLoader, createRowsLoader } from './loaders/row-loader.ts';
export { aggregate } from './trust/aggregates.ts';
export { connectionResolvers } from './pages/connection-resolvers.ts';
export { defineKeyset, type Keyset } from './pages/keyset.ts';
export {
  type Connection,
  checkPageSize,
  MAX_PAGE_SIZE,
  type Page,
  type PageArguments,
  toPage,
} from './pages/page.ts';
export { type AskedPage, type CursorParts, preparePages } from './pages/prepare-pages.ts';
export { type FoundPage, prepareSearch } from './loaders/prepare-search.ts';
export { searchByName } from './loaders/search-by-name.ts';
export { type CopyValue, copyRows } from './prepare/copy-rows.ts';
export { grantService } from './prepare/grant-service.ts';
export { type RowRights, type TableRights, withKitRights } from './prepare/table-rights.ts';
export { type DepartmentSeed, seedDatabase, type TableSeed } from './prepare/prepare-department.ts';
export type { DepartmentMessage, ImportedMessage } from './process/messages.ts';
export { isCalendarDate } from './scalars/calendar-date.ts';
export { buildSchema } from './serve/build-schema.ts';
export { type Department, runDepartment } from './serve/run-department.ts';
export { createSubgraphServer, type Subgraph } from './serve/serve-subgraph.ts';
export { type ServiceSettings, serviceSettings } from './serve/service-settings.ts';
export { currentSpan, traced } from '@yiwang/service/telemetry';
export { type DepartmentGauge, overdueCases } from './telemetry/database-gauges.ts';
export { type Caller, PUBLIC_CALLER, UNSIGNED_CALLER } from './trust/caller.ts';
export { enterpriseSubject, matterSubject, personSubject } from './trust/extent.ts';
export { regionsOfArguments } from './trust/narrow-arguments.ts';
export type { Rows } from './trust/rows.ts';
