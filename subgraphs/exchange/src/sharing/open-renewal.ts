import { sql } from 'drizzle-orm';
import { sharingApplications } from './tables.ts';

/** Not decided yet. Written without parameters, so that the index sharing_applications_renewal is used. */
export const isOpenRenewal = sql`${sharingApplications.state} in ('SUBMITTED', 'CHANGES_REQUESTED')`;
