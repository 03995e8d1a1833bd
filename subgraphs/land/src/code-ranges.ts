import { lookUpLandUse, lookUpRegion, regionRange } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { inRange } from '@yiwang/subgraph-kit';
import type { Column, SQL } from 'drizzle-orm';

/** @throws PublicError UNKNOWN_CODE when the standard has no such land use */
export function checkLandUse(code: string | null | undefined): void {
  if (code && !lookUpLandUse(code)) {
    throw new PublicError('UNKNOWN_CODE', `filter.landUse ${code} is not in GB/T 21010-2017.`);
  }
}

/** @throws PublicError UNKNOWN_CODE when the region lies in no province. Only that is checked: parcels keep the codes of counties that no longer exist. */
export function checkRegion(code: string | null | undefined): void {
  if (code && !lookUpRegion(code.slice(0, 2))) {
    throw new PublicError('UNKNOWN_CODE', `filter.region ${code} lies in no province that exists.`);
  }
}

/** The region and all beneath it. */
export function inRegion(column: Column, code: string): SQL {
  return inRange(column, regionRange(code));
}

/** The land use and, for a class, its kinds: their codes begin with its own. */
export function ofLandUse(column: Column, code: string): SQL {
  // ':' follows '9' in byte order.
  return inRange(column, { from: code, to: `${code}:` });
}
