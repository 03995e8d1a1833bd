import { catalogueAsDcat, catalogueAsGuideCsv } from '@yiwang/composition';
import type { CatalogueFormat } from '../generated/types.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Makes the function that writes a catalogue as one text, once for each form.
 *
 * @param url of the gateway, as others know it
 */
export function createExport(url: string) {
  const known = new WeakMap<Catalogue, Map<CatalogueFormat, string>>();
  const accessUrl = new URL('graphql', url).href;

  return function exportAs(format: CatalogueFormat, catalogue: Catalogue): string {
    const texts = known.get(catalogue) ?? new Map<CatalogueFormat, string>();
    known.set(catalogue, texts);
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
