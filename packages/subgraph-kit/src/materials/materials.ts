import type { AccessSubject } from '@yiwang/access-log';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Caller } from '../trust/caller.ts';
import { createCreateUpload } from './create-upload.ts';
import type { MaterialSettings } from './material-settings.ts';
import type { MaterialRow, MaterialTables, UploadRow } from './material-tables.ts';
import { createRemoveUnused } from './remove-unused.ts';
import type { MaterialStore } from './store/material-store.ts';
import { openMaterialStore } from './store/open-store.ts';
import { withPublicFaults } from './store/public-faults.ts';

/** By what right a caller reads a material. */
export interface MaterialRight {
  /** Whom or what the material is about, for the access log, such as the case. */
  subjects: readonly AccessSubject[];
  /** Whether it is the caller's own, so that it needs no purpose. */
  isOwn: boolean;
}

export interface MaterialsOptions {
  /** The department's name in the graph. */
  department: string;
  db: PostgresJsDatabase;
  tables: MaterialTables;
  settings: MaterialSettings;
  /**
   * Decides whether the caller may read the material, by what it belongs to. Null when not: it then looks as if there were none.
   * A material that nobody has put to use yet is seen by nobody unless this says so.
   */
  mayRead(caller: Caller, material: MaterialRow): Promise<MaterialRight | null>;
  /**
   * Whether who began an upload may still send bytes; asked at each request. When it is not given, always.
   */
  mayUpload?: (caller: Caller, upload: UploadRow) => Promise<boolean>;
}

/** The materials of a department. Routes of its server take and give their bytes; see addMaterialRoutes. */
export interface Materials extends MaterialsOptions {
  store: MaterialStore;
  createUpload: ReturnType<typeof createCreateUpload>;
  removeUnused: ReturnType<typeof createRemoveUnused>;
}

/**
 * Opens the materials of a department.
 *
 * @throws Error when the storage cannot be used
 */
export async function openMaterials(options: MaterialsOptions): Promise<Materials> {
  const { department, db, tables, settings } = options;
  const store = withPublicFaults(await openMaterialStore(settings, department));
  return {
    ...options,
    store,
    createUpload: createCreateUpload(department, tables, settings),
    removeUnused: createRemoveUnused(db, tables, store, settings),
  };
}
