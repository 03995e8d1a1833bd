import { PublicError } from '@yiwang/errors';
import {
  checkPageSize,
  connectionResolvers,
  enterpriseSubject,
  regionsOfArguments,
} from '@yiwang/subgraph-kit';
import { certificateResolvers } from '@yiwang/subgraph-kit/certificates';
import { holderKey } from './asked-holders.ts';
import {
  landCaseMutations,
  landCaseQueries,
  landCaseSubscriptions,
  landCaseTypes,
} from './cases/land-case-resolvers.ts';
import { matterMutations, matterQueries, matterTypes } from './cases/matter-resolvers.ts';
import { parcelCursor, supplyCursor, transferCursor, unitCursor } from './cursors.ts';
import { NAME } from './department.ts';
import { fixtureOf, ownershipOf, rightOf } from './features.ts';
import type { Resolvers } from './generated/types.ts';
import { toGeoJson } from './geo-json.ts';
import type { LandSupplyModel, LandTransferModel } from './models.ts';
import { readPolygon } from './polygon-column.ts';
import type { ParcelRow, RealEstateUnitRow } from './tables.ts';

const regionOf = (code: string | null) => (code === null ? null : { code });
const enterpriseOf = (uscc: string | null) => (uscc === null ? null : { uscc });

function found<Row>(row: Row | null, what: string): Row {
  if (row === null) throw new PublicError('NOT_FOUND', `The register holds no ${what}.`);
  return row;
}

/** @throws PublicError NOT_FOUND for an id that PostgreSQL could not even hold */
function readId(id: string): string {
  if (id.includes('\0')) throw new PublicError('NOT_FOUND', 'The register holds no id with a NUL character.');
  return id;
}

export const resolvers: Resolvers = {
  Query: {
    parcel: async (_root, { code }, { loaders }) =>
      found(await loaders.parcelByCode.load(code), `parcel ${code}`),

    parcels(_root, args, { loaders, caller }, info) {
      const { filter, first, after } = args;
      return loaders.searchParcels(filter ?? {}, { first, after }, regionsOfArguments(caller, info, args));
    },

    realEstateUnit: async (_root, { code }, { loaders }) =>
      found(await loaders.unitByCode.load(code), `real-estate unit ${code}`),

    landSupply: async (_root, { id }, { loaders }) =>
      found(await loaders.supplyById.load(readId(id)), `land supply ${id}`),

    landSupplies: (_root, { filter, first, after }, { loaders }) =>
      loaders.searchSupplies(filter ?? {}, { first, after }),

    landTransfer: async (_root, { id }, { loaders }) =>
      found(await loaders.transferById.load(readId(id)), `land transfer ${id}`),

    landTransfers: (_root, { filter, first, after }, { loaders }) =>
      loaders.searchTransfers(filter ?? {}, { first, after }),

    landUse: async (_root, { code }, { loaders }) =>
      found(await loaders.landUseByCode.load(code), `land use ${code}`),

    ...landCaseQueries,
    ...matterQueries,
  },

  Mutation: { ...landCaseMutations, ...matterMutations },
  Subscription: landCaseSubscriptions,
  ...landCaseTypes,
  ...matterTypes,

  Parcel: {
    __resolveReference: ({ code }, { loaders }) => loaders.parcelByCode.load(code),
    region: ({ regionCode }) => regionOf(regionCode),
    landUse: ({ landUseCode }, _args, { loaders }) =>
      landUseCode === null ? null : loaders.landUseByCode.load(landUseCode),
    ownership: ({ code }) => ownershipOf(code),
    right: ({ code }) => rightOf(code),
    holder: ({ holderUscc }) => enterpriseOf(holderUscc),
    geometry: ({ boundary }) => (boundary === null ? null : toGeoJson(readPolygon(boundary))),

    async realEstateUnits({ code }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.unitsOf.load({ parent: code, first, after });
      return { ...page, countAll: async () => (await loaders.unitCountOf.load(code))?.count ?? 0 };
    },

    async landSupplies({ code }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.suppliesOfParcel.load({ parent: code, first, after });
      return { ...page, countAll: async () => (await loaders.supplyCountOfParcel.load(code))?.count ?? 0 };
    },
  },

  RealEstateUnit: {
    __resolveReference: ({ code }, { loaders }) => loaders.unitByCode.load(code),
    parcel: ({ parcelCode }, _args, { loaders }) => loaders.parcelByCode.load(parcelCode),
    fixture: ({ code }) => fixtureOf(code),
    // What an import has written since is not certified.
    certificate: ({ code, source }, _args, { loaders }) =>
      source === 'GRAPH' ? loaders.certificateOfUnit.load(code) : null,
    holder: ({ holderUscc }) => enterpriseOf(holderUscc),
  },

  LandSupply: {
    __resolveReference: ({ id }, { loaders }) => loaders.supplyById.load(readId(id)),
    region: ({ regionCode }) => regionOf(regionCode),
    parcel: ({ parcelCode }, _args, { loaders }) =>
      parcelCode === null ? null : loaders.parcelByCode.load(parcelCode),
    landUse: ({ landUseCode }, _args, { loaders }) =>
      landUseCode === null ? null : loaders.landUseByCode.load(landUseCode),
    holder: ({ holderUscc }) => enterpriseOf(holderUscc),
  },

  LandTransfer: {
    __resolveReference: ({ id }, { loaders }) => loaders.transferById.load(readId(id)),
    region: ({ regionCode }) => regionOf(regionCode),
    parcel: ({ parcelCode }, _args, { loaders }) =>
      parcelCode === null ? null : loaders.parcelByCode.load(parcelCode),
    landUse: ({ landUseCode }, _args, { loaders }) =>
      landUseCode === null ? null : loaders.landUseByCode.load(landUseCode),
  },

  LandUse: {
    __resolveReference: ({ code }, { loaders }) => loaders.landUseByCode.load(code),
    parent: ({ parentCode }, _args, { loaders }) =>
      parentCode === null ? null : loaders.landUseByCode.load(parentCode),
    children: ({ code }, _args, { loaders }) => loaders.landUsesUnder.load(code),
  },

  Certificate: certificateResolvers(NAME),

  ParcelConnection: connectionResolvers<ParcelRow, number | null>(({ listedOn, code }) =>
    parcelCursor.encode([listedOn, code]),
  ),
  RealEstateUnitConnection: connectionResolvers<RealEstateUnitRow>(({ code }) => unitCursor.encode([code])),
  LandSupplyConnection: connectionResolvers<LandSupplyModel>(({ listedOn, id }) =>
    supplyCursor.encode([listedOn, id]),
  ),
  LandTransferConnection: connectionResolvers<LandTransferModel>(({ listedOn, id }) =>
    transferCursor.encode([listedOn, id]),
  ),

  Enterprise: {
    async parcels({ uscc }, { first, after }, { loaders, caller }) {
      checkPageSize(first);
      const { pageOf, countOf } = loaders.parcelsOf({
        regions: caller.regionsOf('Enterprise.parcels', [enterpriseSubject(uscc)]),
      });
      const page = await pageOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await countOf.load(uscc))?.count ?? 0 };
    },

    async landSupplies({ uscc, name }, { first, after }, { loaders }) {
      checkPageSize(first);
      const parent = holderKey({ uscc, name });
      const page = await loaders.suppliesOfHolder.load({ parent, first, after });
      return { ...page, countAll: async () => (await loaders.supplyCountOfHolder.load(parent))?.count ?? 0 };
    },
  },

  Region: {
    parcelCount: async ({ code }, _args, { loaders }) =>
      (await loaders.parcelTotalsOf.load(code))?.count ?? 0,
    parcelAreaM2: async ({ code }, _args, { loaders }) =>
      (await loaders.parcelTotalsOf.load(code))?.areaM2 ?? '0',
  },
};
