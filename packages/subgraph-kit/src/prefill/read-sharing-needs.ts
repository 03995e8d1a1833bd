import { z } from 'zod';
import type { GatewayClient, GatewayError } from './gateway-client.ts';

const TIMEOUT_MS = 10_000;

const NEEDS = `query Check($document: String!) {
  sharingNeeds(query: $document) { selected { path coordinate departments { name } sharing } }
}`;

const needsShape = z.object({
  sharingNeeds: z.object({
    selected: z.array(
      z.object({
        path: z.string(),
        coordinate: z.string(),
        departments: z.array(z.object({ name: z.string() })),
        sharing: z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED']).nullable(),
      }),
    ),
  }),
});

/** A field that a document selects, and how it is shared. */
export type SelectedField = z.infer<typeof needsShape>['sharingNeeds']['selected'][number];

/**
 * Reads what a document selects of the one schema, as it is published now. The gateway is asked as the department's own client, which
 * needs the scope sharing:apply.
 *
 * @returns `selected` is null when the document could not be checked: the first of `errors` says why, if there is one
 * @throws what the client throws
 */
export async function readSharingNeeds(
  client: GatewayClient,
  document: string,
): Promise<{ selected: SelectedField[] | null; errors: readonly GatewayError[] }> {
  const { data, errors } = await client.ask(NEEDS, { document }, { timeoutMs: TIMEOUT_MS });
  const read = needsShape.safeParse(data);
  return { selected: read.success ? read.data.sharingNeeds.selected : null, errors };
}
