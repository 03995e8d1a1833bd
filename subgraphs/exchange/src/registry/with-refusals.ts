import { readCurrentVersion } from './current-graph.ts';
import type { Db } from './database.ts';
import type { PublishModel } from './models.ts';
import { Refusal } from './refusal.ts';

/** Answers a refusal with its reasons; a fault stays one. */
export async function withRefusals(db: Db, command: () => Promise<PublishModel>): Promise<PublishModel> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { check, reasons } = error;
    return { outcome: 'REFUSED', version: await readCurrentVersion(db), check, userErrors: reasons };
  }
}
