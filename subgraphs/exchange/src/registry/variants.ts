import { type Composer, CompositionError, type Variant } from '@yiwang/composition';
import type { Db } from '../shared/database.ts';
import { userError } from '../shared/user-errors.ts';
import { variants } from '../tables/registry-tables.ts';
import type { VariantSdl } from './write-versions.ts';

/** All variants, sorted by name. */
export function readVariants(db: Db): Promise<Variant[]> {
  return db.select().from(variants).orderBy(variants.name);
}

/**
 * The supergraphs of all variants.
 *
 * @param field path of the argument that an error is about
 * @throws UserErrors VARIANT_FAILED when a variant would be empty, or takes too long to compose
 */
export async function composeVariants(
  db: Db,
  composer: Composer,
  supergraphSdl: string,
  field: string[],
): Promise<VariantSdl[]> {
  const rows = await readVariants(db);
  const sdls: VariantSdl[] = [];
  for (const { name, excludeTags } of rows) {
    sdls.push({
      variant: name,
      sdl: await composeVariant(composer, supergraphSdl, name, excludeTags, field),
    });
  }
  return sdls;
}

async function composeVariant(
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
    throw userError('VARIANT_FAILED', `The variant ${name} cannot be composed. ${reasons}`, field);
  }
}
