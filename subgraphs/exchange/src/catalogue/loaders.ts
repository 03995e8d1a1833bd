import type { CatalogueFormat } from '../generated/types.ts';
import type { Catalogue } from './catalogue.ts';
import { createExport } from './export.ts';

/**
 * The data catalogue; see prepareLoaders.
 *
 * @param readCatalogue of what is in force
 * @param url under which exported catalogues name their entries
 */
export function prepareCatalogueLoaders(readCatalogue: () => Promise<Catalogue>, url: string) {
  const exportAs = createExport(url);

  return () => {
    let asked: Promise<Catalogue> | undefined;
    const catalogue = () => (asked ??= readCatalogue());
    return {
      /** Of what is in force. */
      catalogue,
      exportedCatalogue: async (format: CatalogueFormat) => exportAs(format, await catalogue()),
    };
  };
}
