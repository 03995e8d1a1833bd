import { PublicError } from '@yiwang/errors';
import { aggregate, connectionResolvers } from '@yiwang/subgraph-kit';
import { isOfficial } from '../cases/case-rights.ts';
import type { Context } from '../context.ts';
import type { CaseIndexPartName, ItemIndexPartName, Resolvers } from '../generated/types.ts';
import { indexEntryCursor, type ItemIndexEntryModel } from './index-entries.ts';
import { type IndexPartModel, partsOf, type ServiceIndicesModel } from './service-indices.ts';

const CHANNELS: readonly ItemIndexPartName[] = ['ONLINE', 'IN_GRAPH', 'COUNTER'];
const GUIDES: readonly ItemIndexPartName[] = ['SAME_AS_CATALOGUE', 'COMPLETE', 'UNDISPUTED'];
const MATURITY: readonly ItemIndexPartName[] = ['HANDLED_ONLINE', 'NO_VISIT'];
const EFFECT: readonly CaseIndexPartName[] = ['FILED_ONLINE', 'IN_TIME', 'SATISFIED'];

export const indexQueries = {
  serviceIndices: (_root, { region, month }, { loaders }) => loaders.serviceIndices(region, month),
} satisfies Resolvers['Query'];

export const indexTypes = {
  ServiceIndices: {
    region: ({ regionCode }) => ({ code: regionCode }),
    month: ({ month }) => month.name,
    channels: (of) => itemIndex(of, 'items', CHANNELS),
    coverage: (of) => itemIndex(of, 'coverage', ['OFFERED']),
    guides: (of) => itemIndex(of, 'items', GUIDES),
    maturity: (of) => itemIndex(of, 'items', MATURITY),
    effect: async (of) => ({ parts: partsOf(of, await of.count('cases'), EFFECT) }),
    children: (of, { by }) => of.compare(by),
  },
  ItemIndex: {
    value: ({ parts }) => shareOf(sumOf(parts)),
    numerator: ({ parts }) => sumOf(parts).numerator,
    denominator: ({ parts }) => sumOf(parts).denominator,
  },
  ItemIndexPart: {
    name: ({ name }) => name as ItemIndexPartName,
    value: shareOf,
    entries: (part, { counts, first, after }, { loaders }) =>
      loaders.indexEntries.items(part as IndexPartModel<ItemIndexPartName>, counts, { first, after }),
  },
  ItemIndexEntry: {
    region: ({ regionCode }) => ({ code: regionCode }),
    serviceItem: ({ itemCode }, _args, { loaders }) =>
      itemCode === null ? null : loaders.serviceItemByCode.load(itemCode),
    catalogueItem: ({ basicCode }, _args, { loaders }) =>
      basicCode === null ? null : loaders.catalogueItemByCode.load(basicCode),
  },
  ItemIndexEntryConnection: connectionResolvers<ItemIndexEntryModel>(({ regionCode, key }) =>
    indexEntryCursor.encode([regionCode, key]),
  ),
  CaseIndex: {
    value: ({ parts }, _args, context) => caseShare(sumOf(parts), context),
    numerator: ({ parts }) => countAmong(sumOf(parts), 'numerator'),
    denominator: ({ parts }) => countAmong(sumOf(parts), 'denominator'),
  },
  CaseIndexPart: {
    name: ({ name }) => name as CaseIndexPartName,
    value: (part, _args, context) => caseShare(part, context),
    numerator: (part) => countAmong(part, 'numerator'),
    denominator: (part) => countAmong(part, 'denominator'),
    cases: (part, { counts, first, after }, { loaders, caller }) => {
      if (isOfficial(caller)) {
        return loaders.indexEntries.cases(part as IndexPartModel<CaseIndexPartName>, counts, {
          first,
          after,
        });
      }
      throw new PublicError('FORBIDDEN', 'Only officials of this department see the cases behind an index.');
    },
  },
} satisfies Partial<Resolvers>;

type Counts = Pick<IndexPartModel, 'numerator' | 'denominator'>;

async function itemIndex(
  of: ServiceIndicesModel,
  source: 'items' | 'coverage',
  names: readonly ItemIndexPartName[],
) {
  return { parts: partsOf(of, await of.count(source), names) };
}

function sumOf(parts: readonly Counts[]): Counts {
  return {
    numerator: parts.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: parts.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}

function shareOf({ numerator, denominator }: Counts): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** The kit rounds it, or withholds it, for whoever may not read all cases. */
function countAmong(counts: Counts, which: keyof Counts): number {
  return aggregate(counts[which], counts.denominator) as number;
}

/** Of the counts that the caller is told: a share of exact ones would disclose them. */
function caseShare(counts: Counts, context: Context): number | null {
  const { caller, aggregateMinimum = 5 } = context as Context & { aggregateMinimum?: number };
  const seesAll = caller.reads('Case.state') && caller.regionsOf('Case.state') === null;
  const told = (count: number) => (seesAll ? count : Math.round(count / aggregateMinimum) * aggregateMinimum);
  const { numerator, denominator } = counts;
  const share = shareOf({ numerator: told(numerator), denominator: told(denominator) });
  return share === null ? null : (aggregate(share, denominator) as number);
}
