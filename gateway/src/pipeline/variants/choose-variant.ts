import { PUBLIC_CLIENT } from '@yiwang/identity';
import type { ParsedRequest } from '../request/request.ts';

/** Whether a document uses the registry by a credential alone: see createAsksByCredential. */
export type AsksByCredential = (source: string) => boolean;

/**
 * Makes the stage that chooses the variant of the schema: one for signed-in clients, another for anonymous clients, who can
 * neither select nor introspect what it leaves out.
 *
 * A key holder sends a credential in the operation itself. Such an operation is answered from the variant of signed-in clients,
 * which has the root fields that take one.
 *
 * @param anonymous the variant of anonymous clients; the same where there is only one
 */
export function createChooseVariant<Graph>(
  signedIn: Graph,
  anonymous: Graph,
  asksByCredential: AsksByCredential,
): (request: ParsedRequest) => { graph: Graph; request: ParsedRequest } {
  return (request) => {
    if (signedIn === anonymous || request.client !== PUBLIC_CLIENT) return { graph: signedIn, request };
    if (!asksByCredential(request.params.query)) return { graph: anonymous, request };
    return { graph: signedIn, request: { ...request, byCredential: true } };
  };
}
