import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const signedSupergraph = z.object({ signature: z.string(), sdl: z.string() });

/** An SDL and what the registry signed about it. */
export type SignedSupergraph = z.infer<typeof signedSupergraph>;

/** The last good supergraph of each variant, for a start while the registry is down. */
export interface SupergraphCache {
  /** Null when there is none. @throws when the file cannot be read, or is not what was written */
  read(variant: string): Promise<SignedSupergraph | null>;
  /** Whoever reads sees the one before or this one, never a part. */
  write(variant: string, supergraph: SignedSupergraph): Promise<void>;
}

/** @param folder made when the first supergraph is written */
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
      await mkdir(folder, { recursive: true });
      const draft = `${fileOf(variant)}.${process.pid}.draft`;
      await using file = await open(draft, 'w');
      await file.writeFile(JSON.stringify(supergraph));
      await file.sync();
      await rename(draft, fileOf(variant));
    },
  };
}
