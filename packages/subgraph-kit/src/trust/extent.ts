/** Where a row lies, and whom it is about. */
export interface Place {
  /** Code of its region; null when it has none. */
  region: string | null;
  /** {@link enterpriseSubject}, {@link matterSubject} and {@link personSubject} of those whom it is about. */
  subjects: readonly string[];
}

/** The rows in which a field may be read: those that lie in one of the regions, and those about one of the subjects. */
export interface Extent {
  /** Codes, each with all regions below it. */
  regions: readonly string[];
  subjects: readonly string[];
}

/** No row is in it. */
export const NO_ROWS: Extent = { regions: [], subjects: [] };

/** The place of objects that are no rows. */
export const NOWHERE: Place = { region: null, subjects: [] };

/** An enterprise in all matters. */
export function enterpriseSubject(uscc: string): string {
  return `enterprise:${uscc}`;
}

/** An enterprise in one matter. @param item basic code of the service item */
export function matterSubject(uscc: string, item: string): string {
  return `${enterpriseSubject(uscc)}/${item}`;
}

/** @param user {@link Caller.user} */
export function personSubject(user: string): string {
  return `user:${user}`;
}

export function isWithin({ region, subjects }: Place, extent: Extent): boolean {
  return isInRegions(region, extent.regions) || subjects.some((one) => extent.subjects.includes(one));
}

/** Whether a region lies in one of the regions: its code begins with the code of each region that it lies in. */
export function isInRegions(region: string | null, regions: readonly string[]): boolean {
  return region !== null && regions.some((one) => region.startsWith(one));
}

/** The regions that lie in a region of both lists. */
export function bothRegions(some: readonly string[], others: readonly string[]): readonly string[] {
  const inner = [
    ...some.filter((region) => isInRegions(region, others)),
    ...others.filter((region) => isInRegions(region, some)),
  ];
  return [...new Set(inner)];
}

/** The rows of either; null stands for all rows. */
export function eitherExtent(one: Extent | null, other: Extent | null): Extent | null {
  if (one === null || other === null) return null;
  return {
    regions: [...one.regions, ...other.regions],
    subjects: [...new Set([...one.subjects, ...other.subjects])],
  };
}
