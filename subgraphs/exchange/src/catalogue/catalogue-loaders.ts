import { catalogueAsDcat, catalogueAsGuideCsv } from '@yiwang/composition';
import type { CatalogueFormat } from '../generated/types.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Loaders of the data catalogue; see prepareLoaders.
 *
 * @param url public URL of the gateway; entries of exported catalogues are named beneath it
 */
export function prepareCatalogueLoaders(readCatalogue: () => Promise<Catalogue>, url: string) {
  const exportAs = createExport(url);

  return () => {
    let loaded: Promise<Catalogue> | undefined;
    const catalogue = () => (loaded ??= readCatalogue());
    return {
      /** The catalogue in force, read once for each request. */
      catalogue,
      exportedCatalogue: async (format: CatalogueFormat) => exportAs(format, await catalogue()),
    };
  };
}

/** Returns a function that exports a catalogue as text. Each format is written once for each catalogue. */
function createExport(url: string) {
  const cache = new WeakMap<Catalogue, Map<CatalogueFormat, string>>();
  const accessUrl = new URL('graphql', url).href;

  return function exportAs(format: CatalogueFormat, catalogue: Catalogue): string {
    const texts = cache.get(catalogue) ?? new Map<CatalogueFormat, string>();
    cache.set(catalogue, texts);
    let text = texts.get(format);
    if (text === undefined) {
      const { resources } = catalogue;
      text =
        format === 'GUIDE_2017_CSV'
          ? catalogueAsGuideCsv(resources)
          : catalogueAsDcat(resources, { base: url, accessUrl });
      texts.set(format, text);
    }
    return text;
  };
}
