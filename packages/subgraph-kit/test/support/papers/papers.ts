import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { buildSchema, type Caller, catchUserErrors, serviceSettings } from '../../../src/index.ts';
import {
  type MaterialSettings,
  materialSettings,
  type Materials,
  openMaterials,
} from '../../../src/materials/index.ts';
import { callerOfAssertion } from '../../../src/trust/caller.ts';
import { materials as papers, uploads } from './tables.ts';

/** A small department that takes papers. */
export const NAME = 'papers';
export const MIGRATIONS = fileURLToPath(new URL('../../fixtures/paper-migrations', import.meta.url));
export const SCHEMA_FILE = new URL('../../fixtures/papers.graphql', import.meta.url);
export const settings = serviceSettings(0).extend(materialSettings());

/** A person of the portal, who uploads. */
export const WANG = callerOfAssertion({
  client: 'portal',
  user: 'wang',
  department: null,
  scopes: [],
  purpose: null,
  requestId: 'r1',
  reads: [],
});

interface Context {
  caller: Caller;
  db: PostgresJsDatabase;
  materials: Materials;
}
interface UploadArguments {
  owner: string;
  name: string;
  bytes: number;
  mediaTypes?: string[] | null;
}

export const schema = buildSchema(SCHEMA_FILE, {
  Query: {
    papers: (_root: unknown, { owner }: { owner: string }, { db }: Context) =>
      db.select().from(papers).where(eq(papers.owner, owner)),
  },
  Mutation: {
    async uploadPaper(_root: unknown, args: UploadArguments, { caller, db, materials }: Context) {
      const { mediaTypes, ...rest } = args;
      const { result, userErrors } = await catchUserErrors(() =>
        db.transaction((tx) =>
          materials.createUpload(tx, { caller, now: new Date(), ...rest, ...(mediaTypes && { mediaTypes }) }),
        ),
      );
      return { upload: result, userErrors };
    },
    async removeUnused(
      _root: unknown,
      { unusedOwner, hoursLater }: { unusedOwner: string | null; hoursLater: number },
      { materials }: Context,
    ) {
      const removed = await materials.removeUnused({
        now: new Date(Date.now() + hoursLater * 3_600_000),
        ...(unusedOwner && { isUnused: eq(papers.owner, unusedOwner) }),
      });
      return [removed.uploads, removed.materials, removed.contents, removed.bytes];
    },
  },
});

/** Papers are read by who has uploaded them, and by the department, for a purpose. */
export function openPapers(db: PostgresJsDatabase, config: MaterialSettings): Promise<Materials> {
  return openMaterials({
    department: NAME,
    db,
    tables: { materials: papers, uploads },
    settings: config,
    async mayRead(caller, { owner, uploadedBy }) {
      const subjects = [{ type: 'Paper', key: owner }];
      if (uploadedBy === `user:${caller.user}`) return { subjects, isOwn: true };
      return caller.department === NAME ? { subjects, isOwn: false } : null;
    },
  });
}
