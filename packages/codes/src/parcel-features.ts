export interface FeatureMeaning {
  /** The standard's own term. */
  name: string;
  meaning: string;
}

/** First feature character of a parcel, GB/T 37346-2019: who owns the land or the sea. */
export const PARCEL_OWNERSHIPS = {
  G: { name: '国家所有权', meaning: 'owned by the state' },
  J: { name: '集体所有权', meaning: 'owned by a collective' },
  Z: { name: '所有权未确定或有争议', meaning: 'ownership undecided or disputed' },
} as const satisfies Record<string, FeatureMeaning>;

/** Second feature character of a parcel, GB/T 37346-2019: which right the parcel was drawn for. */
export const PARCEL_RIGHTS = {
  A: { name: '集体土地所有权宗地', meaning: 'collective ownership of land' },
  B: { name: '建设用地使用权宗地（地表）', meaning: 'use for building, on the surface' },
  S: { name: '建设用地使用权宗地（地上）', meaning: 'use for building, above the surface' },
  X: { name: '建设用地使用权宗地（地下）', meaning: 'use for building, below the surface' },
  C: { name: '宅基地使用权宗地', meaning: 'use as a rural homestead' },
  D: { name: '土地承包经营权宗地（耕地）', meaning: 'contracted arable land' },
  E: { name: '土地承包经营权宗地（林地）', meaning: 'contracted forest land' },
  F: { name: '土地承包经营权宗地（草地）', meaning: 'contracted grassland' },
  H: { name: '海域使用权宗海', meaning: 'use of a sea area' },
  G: { name: '无居民海岛使用权海岛', meaning: 'use of an uninhabited island' },
  L: { name: '林地使用权宗地（承包经营以外的）', meaning: 'use of forest land, not contracted' },
  N: {
    name: '农用地使用权宗地（承包经营以外的、非林地）',
    meaning: 'use of other farm land, not contracted',
  },
  W: { name: '使用权未确定或有争议的宗地', meaning: 'right of use undecided or disputed' },
  Y: { name: '其他使用权宗地', meaning: 'another right of use' },
} as const satisfies Record<string, FeatureMeaning>;

/** Feature character of what stands on the parcel, GB/T 37346-2019. */
export const FIXTURES = {
  F: { name: '房屋等建筑物、构筑物', meaning: 'buildings and structures' },
  L: { name: '森林或林木', meaning: 'forest or trees' },
  Q: { name: '其他类型的定着物', meaning: 'another fixture' },
  W: { name: '无定着物', meaning: 'nothing' },
} as const satisfies Record<string, FeatureMeaning>;

export type ParcelOwnership = keyof typeof PARCEL_OWNERSHIPS;
export type ParcelRight = keyof typeof PARCEL_RIGHTS;
export type Fixture = keyof typeof FIXTURES;
