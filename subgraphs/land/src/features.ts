import { type FeatureMeaning, FIXTURES, PARCEL_OWNERSHIPS, PARCEL_RIGHTS } from '@yiwang/codes';

/** A feature character with its meaning, as LandFeature of the schema. */
export interface Feature extends FeatureMeaning {
  code: string;
}

/** Who owns the land of a valid parcel or real-estate unit code. */
export function ownershipOf(code: string): Feature {
  return feature(PARCEL_OWNERSHIPS, code, 12);
}

/** The right for which a valid parcel code was given. */
export function rightOf(code: string): Feature {
  return feature(PARCEL_RIGHTS, code, 13);
}

/** What stands on the land of a valid real-estate unit code. */
export function fixtureOf(code: string): Feature {
  return feature(FIXTURES, code, 19);
}

function feature(table: Readonly<Record<string, FeatureMeaning>>, code: string, index: number): Feature {
  const letter = code.charAt(index);
  const meaning = table[letter];
  if (!meaning) throw new Error(`A stored code has the unknown feature ${letter} at ${index}: ${code}.`);
  return { code: letter, ...meaning };
}
