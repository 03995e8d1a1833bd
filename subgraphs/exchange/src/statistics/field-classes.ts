import { deriveCatalogue } from '@yiwang/composition';
import { NO_RESOURCES } from '../catalogue/catalogue.ts';

/** The data items of one published subgraph, by who may read them. */
export interface FieldClasses {
  unconditional: number;
  /** Coordinates. */
  conditional: readonly string[];
  notShared: number;
}

export const NO_FIELDS: FieldClasses = { unconditional: 0, conditional: [], notShared: 0 };

/** Counts what the catalogue says of one subgraph: who owns a field decides its class alone. */
export function classify(department: string, sdl: string): FieldClasses {
  const resources = deriveCatalogue([{ name: department, sdl }], 0, { excludeTags: NO_RESOURCES });
  const fields = resources.flatMap((resource) => resource.fields);
  const count = (sharing: string) => fields.filter((field) => field.sharing === sharing).length;
  return {
    unconditional: count('UNCONDITIONAL'),
    conditional: fields
      .filter(({ sharing }) => sharing === 'CONDITIONAL')
      .map(({ coordinate }) => coordinate),
    notShared: count('NOT_SHARED'),
  };
}
