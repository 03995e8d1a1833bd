const TIMEOUT_MS = 5000;

/** Old enough to have a past with every department. */
const FIND = `{
  enterprises(filter: { registeredTo: "2022-12-31", statuses: [ACTIVE] }, first: 100) { edges { node {
    uscc permits(first: 1) { totalCount } taxpayer { aListYears }
  } } }
}`;

interface Found {
  uscc: string;
  permits: { totalCount: number } | null;
  taxpayer: { aListYears: number[] } | null;
}

/** What everyone may read of an enterprise: registration, permits, good tax credit and land around it in one query. */
const PAGE = (uscc: string) =>
  `{ enterprise(uscc: "${uscc}") { name status region { fullName parcelCount } permits(first: 3) { totalCount edges { node { name } } } taxpayer { aListYears } } }`;

/**
 * A query about the enterprise of this system that most departments know; null when the system has none or
 * does not answer.
 */
export async function findFirstQuery(gateway: string): Promise<string | null> {
  try {
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: FIND }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.json()) as {
      data?: { enterprises?: { edges: { node: Found }[] } | null } | null;
    };
    const found = answer.data?.enterprises?.edges.map(({ node }) => node) ?? [];
    const best = found.sort((a, b) => knownBy(b) - knownBy(a))[0];
    return best === undefined ? null : PAGE(best.uscc);
  } catch {
    return null;
  }
}

/** How many departments hold something of it. */
function knownBy({ permits, taxpayer }: Found): number {
  return [permits?.totalCount, taxpayer?.aListYears.length].filter(Boolean).length;
}
