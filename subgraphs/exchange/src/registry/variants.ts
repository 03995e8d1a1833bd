import { type Composer, CompositionError } from '@yiwang/composition';
import type { VariantSdl } from './add-version.ts';
import type { Db } from './database.ts';
import { refuse } from './refusal.ts';
import { variants } from './tables.ts';

/**
 * A supergraph as every variant shows it.
 *
 * @param field the argument that a refusal is about
 * @throws Refusal VARIANT_FAILED when one would show nothing, or takes too long to make
 */
export async function showVariants(
  db: Db,
  composer: Composer,
  supergraphSdl: string,
  field: string[],
): Promise<VariantSdl[]> {
  const rows = await db.select().from(variants).orderBy(variants.name);
  const sdls: VariantSdl[] = [];
  for (const { name, excludeTags } of rows) {
    sdls.push({ variant: name, sdl: await showVariant(composer, supergraphSdl, name, excludeTags, field) });
  }
  return sdls;
}

async function showVariant(
  composer: Composer,
  supergraphSdl: string,
  name: string,
  excludeTags: readonly string[],
  field: string[],
): Promise<string> {
  if (excludeTags.length === 0) return supergraphSdl;
  try {
    return await composer.contract(supergraphSdl, { excludeTags });
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    const reasons = error.errors.map(({ message }) => message).join(' ');
    throw refuse('VARIANT_FAILED', `The variant ${name} cannot be made. ${reasons}`, field);
  }
}
