import type { VariantSdl } from './add-version.ts';
import type { Composer } from './composer.ts';
import type { Db } from './database.ts';
import { variants } from './tables.ts';

/** A supergraph as every variant shows it. */
export async function showVariants(db: Db, composer: Composer, supergraphSdl: string): Promise<VariantSdl[]> {
  const rows = await db.select().from(variants).orderBy(variants.name);
  const sdls: VariantSdl[] = [];
  for (const { name, excludeTags } of rows) {
    const sdl =
      excludeTags.length === 0 ? supergraphSdl : await composer.contract(supergraphSdl, { excludeTags });
    sdls.push({ variant: name, sdl });
  }
  return sdls;
}
