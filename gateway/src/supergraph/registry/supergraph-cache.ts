import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const signedSupergraph = z.object({ signature: z.string(), sdl: z.string() });

/** An SDL and the registry's signature of it. */
export type SignedSupergraph = z.infer<typeof signedSupergraph>;

/** Stores the last good supergraph of each variant, to start from while the registry is down. */
export interface SupergraphCache {
  /**
   * Returns the supergraph of a variant; null when there is none.
   *
   * @throws Error when the file cannot be read, or is damaged
   */
  read(variant: string): Promise<SignedSupergraph | null>;
  /** Replaces the supergraph of a variant at once: a reader sees the previous one or this one, never a part. */
  write(variant: string, supergraph: SignedSupergraph): Promise<void>;
}

/** @param folder is created with the first supergraph */
export function createSupergraphCache(folder: string): SupergraphCache {
  const fileOf = (variant: string) => join(folder, `${variant}.json`);
  return {
    async read(variant) {
      const text = await readFile(fileOf(variant), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return text === null ? null : signedSupergraph.parse(JSON.parse(text));
    },

    async write(variant, supergraph) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${fileOf(variant)}.${process.pid}.draft`;
      await using file = await open(draft, 'w', 0o600);
      await file.writeFile(JSON.stringify(supergraph));
      await file.sync();
      await rename(draft, fileOf(variant));
    },
  };
}
