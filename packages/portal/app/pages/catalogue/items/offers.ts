/** What one region promises for an item. */
export interface Offer {
  code: string;
  region: { code: string; name: string | null; fullName: string | null } | null;
  promisedDays: number | null;
  visits: number | null;
  feeCny: number | null;
  onlineDepth: number | null;
}

export const ORDERS = ['region', 'days', 'visits', 'fee', 'depth'] as const;
export type Order = (typeof ORDERS)[number];

export function isOrder(text: string | null): text is Order {
  return ORDERS.includes(text as Order);
}

/** How good an offer is by an order; less is better. Null when nothing is promised. */
const MERIT: Readonly<Record<Exclude<Order, 'region'>, (offer: Offer) => number | null>> = {
  days: ({ promisedDays }) => promisedDays,
  visits: ({ visits }) => visits,
  fee: ({ feeCny }) => feeCny,
  depth: ({ onlineDepth }) => onlineDepth && -onlineDepth,
};

/** The best first; those that promise nothing last, and those that are as good by region. */
export function inOrder(offers: readonly Offer[], order: Order): Offer[] {
  const byRegion = (one: Offer, other: Offer) =>
    (one.region?.code ?? '~').localeCompare(other.region?.code ?? '~') || one.code.localeCompare(other.code);
  if (order === 'region') return offers.toSorted(byRegion);
  const merit = (offer: Offer) => MERIT[order](offer) ?? Infinity;
  return offers.toSorted((one, other) => {
    const [a, b] = [merit(one), merit(other)];
    return a === b ? byRegion(one, other) : a - b;
  });
}

/** The best that any region promises. Null when all promise the same: then there is nothing to choose. */
export function best(offers: readonly Offer[], order: Exclude<Order, 'region'>): number | null {
  const merits = offers.map(MERIT[order]).filter((merit) => merit !== null);
  const least = Math.min(...merits);
  return merits.some((merit) => merit !== least) ? Math.abs(least) : null;
}
