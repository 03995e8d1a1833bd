import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';
import type { ParcelFilter } from './generated/types.ts';

/** Who may read it may look for it. */
const HOLDER = 'Parcel.holder';

/**
 * Whoever finds parcels by their holder learns it.
 *
 * @throws PublicError FORBIDDEN
 */
export function checkHolderFilter({ holder, region }: ParcelFilter, caller: Caller): void {
  if (holder == null || caller.mayRead(HOLDER, region ?? null)) return;
  throw new PublicError(
    'FORBIDDEN',
    `filter.holder is for those who may read ${HOLDER} in the region that is asked for, when they select it as well.`,
  );
}
