import { CodeError, repairCode } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers, regionsOfArguments } from '@yiwang/subgraph-kit';
import { declarationCursor, paymentCursor, taxpayerCursor } from './cursors.ts';
import { checkRange } from './declaration-loaders.ts';
import type { Resolvers } from './generated/types.ts';
import { matterMutations } from './matters/matter-resolvers.ts';
import type { PaymentModel, TaxpayerModel } from './models.ts';
import type { DeclarationRow } from './tables.ts';
import { taxPeriod } from './tax-period.ts';
import { checkYear } from './taxpayer-filter.ts';
import { parseTaxpayerNumber } from './taxpayer-number.ts';

export const resolvers: Resolvers = {
  Query: {
    async taxpayer(_root, { id }, { loaders }) {
      const number = readTaxpayerNumber(id);
      const taxpayer = await loaders.taxpayerById.load(number);
      if (!taxpayer) throw new PublicError('NOT_FOUND', `Tax knows no taxpayer ${number}.`);
      return taxpayer;
    },

    changedTaxpayers: (_root, { after, first }, { changedTaxpayers, caller }) =>
      changedTaxpayers(caller, after ?? null, first),

    taxpayers(_root, args, { loaders, caller }, info) {
      const { filter, first, after } = args;
      return loaders.search(filter ?? {}, { first, after }, regionsOfArguments(caller, info, args));
    },
  },

  Mutation: matterMutations,

  Taxpayer: {
    __resolveReference: ({ id }, { loaders }) => loaders.taxpayerById.load(id),

    region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),

    enterprise({ id }) {
      const { uscc } = parseTaxpayerNumber(id);
      return uscc === null ? null : { uscc };
    },

    creditGrades: ({ no }, _args, { loaders }) => loaders.creditGradesOf.load(String(no)),

    async aListYears({ no }, _args, { loaders }) {
      const grades = await loaders.creditGradesOf.load(String(no));
      // Two offices may have graded one year.
      return [...new Set(grades.filter(({ grade }) => grade === 'A').map(({ year }) => year))];
    },

    async creditGrade({ no }, { year }, { loaders }) {
      if (year != null) checkYear('year', year);
      const grades = await loaders.creditGradesOf.load(String(no));
      return grades.find((grade) => year == null || grade.year === year) ?? null;
    },

    taxKinds: ({ no }, _args, { loaders }) => loaders.assessedTaxesOf.load(String(no)),

    async declarations({ no }, { first, after, ...filter }, { loaders }) {
      checkPageSize(first);
      checkRange(filter);
      const { pageOf, countOf } = loaders.declarations(filter);
      const page = await pageOf.load({ parent: String(no), first, after });
      return { ...page, countAll: async () => (await countOf.load(String(no)))?.count ?? 0 };
    },

    async payments({ no }, { first, after }, { loaders }) {
      checkPageSize(first);
      const { pageOf, countOf } = loaders.payments;
      const page = await pageOf.load({ parent: String(no), first, after });
      return { ...page, countAll: async () => (await countOf.load(String(no)))?.count ?? 0 };
    },

    arrears: async ({ no }, _args, { loaders }) => ({ items: await loaders.arrearsOf.load(String(no)) }),

    invoiceTotals({ no }, months, { loaders }) {
      checkRange(months);
      return loaders.invoiceTotals(months).load(String(no));
    },
  },

  TaxpayerConnection: connectionResolvers<TaxpayerModel, number | null>(({ no }) =>
    taxpayerCursor.encode([String(no)]),
  ),

  TaxDeclarationConnection: connectionResolvers<DeclarationRow>(({ endsOn, filingPeriod, kind }) =>
    declarationCursor.encode([endsOn, filingPeriod, kind]),
  ),

  TaxPaymentConnection: connectionResolvers<PaymentModel>(({ paidOn, number }) =>
    paymentCursor.encode([paidOn, number]),
  ),

  TaxDeclaration: { period: (declaration) => declaration },
  TaxPayment: { period: (payment) => payment },

  TaxPeriod: {
    label: ({ filingPeriod, endsOn }) => taxPeriod(filingPeriod, endsOn).label,
    startsOn: ({ filingPeriod, endsOn }) => taxPeriod(filingPeriod, endsOn).startsOn,
  },

  TaxArrears: {
    // Summed by the database, beside each item: exact.
    totalCny: ({ items }) => items[0]?.totalCny ?? '0.00',
  },

  Enterprise: {
    taxpayer: ({ uscc }, _args, { loaders }) => loaders.taxpayerById.load(uscc),
  },

  Region: {
    taxpayerCount: async ({ code }, _args, { loaders }) =>
      (await loaders.taxpayerCountOf.load(code))?.count ?? 0,
  },
};

/** @throws PublicError MALFORMED_CODE when it is neither a USCC nor an old number */
function readTaxpayerNumber(text: string): string {
  try {
    return parseTaxpayerNumber(repairCode(text)).id;
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    throw new PublicError('MALFORMED_CODE', error.message, {
      details: { kind: 'taxpayer number', reason: error.reason },
      cause: error,
    });
  }
}
