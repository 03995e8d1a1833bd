const TIMEOUT_MS = 5000;

/** Any enterprise will do. */
const FIND = '{ enterprises(first: 1) { edges { node { uscc } } } }';

/** An enterprise's page as each department knows it. */
const PAGE = (uscc: string) =>
  `{ enterprise(uscc: "${uscc}") { name status permits(first: 3) { totalCount } parcels(first: 3) { totalCount } } }`;

/** A query about an enterprise that exists in this system; null when the system has none or does not answer. */
export async function findFirstQuery(gateway: string): Promise<string | null> {
  try {
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: FIND }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.json()) as {
      data?: { enterprises?: { edges: { node: { uscc: string } }[] } | null } | null;
    };
    const uscc = answer.data?.enterprises?.edges[0]?.node.uscc;
    return uscc === undefined ? null : PAGE(uscc);
  } catch {
    return null;
  }
}
