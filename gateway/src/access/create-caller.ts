import type { Caller } from '@yiwang/engine';
import { type Assertion, type ConditionalRead, digestOf, PUBLIC_CLIENT } from '@yiwang/identity';
import type { AssertionSigner } from './assertion-signer.ts';
import { type Asker, judge } from './judge.ts';

export interface CallerOptions extends Asker {
  /** Of all grants; see HeldGrants. */
  grantsVersion: number;
  requestId: string;
  /** A department carries out what changes something once for an assertion, so that each needs one of its own. */
  mayChange: boolean;
  /** Null when the gateway has no key: then it vouches for nobody. */
  signer: AssertionSigner | null;
}

/** What the engine has to know of who asks. Grants are those at this moment. */
export function createCaller(options: CallerOptions): Caller {
  const { client, grants, signer, mayChange, requestId } = options;
  const isPublic = client.id === PUBLIC_CLIENT.id;
  // What nobody can be granted needs no purpose: all who did not sign in are one.
  const purpose = isPublic ? null : options.purpose;
  let key: string | undefined;

  function keyOf(): string {
    if (isPublic) return PUBLIC_CLIENT.id;
    const { id, user, department, scopes } = client;
    const held = grants.length > 0 ? [options.grantsVersion, ...grants.map((grant) => grant.id)] : [];
    return digestOf(JSON.stringify([id, user, department, scopes, held, purpose]));
  }

  const caller: Caller = {
    get key() {
      key ??= keyOf();
      return key;
    },
    judge: (rule) => judge(rule, { client, purpose, grants }),
    assertionFor(department, coordinates) {
      if (!signer) return null;
      const assertion: Assertion = {
        client: client.id,
        user: client.user,
        department: client.department,
        scopes: client.scopes,
        purpose,
        requestId,
        reads: purpose === null ? [] : coordinates.flatMap((coordinate) => readsOf(department, coordinate)),
      };
      const isOneOfMany = purpose === null && !mayChange;
      return isOneOfMany
        ? signer.reusable(caller.key, department, assertion)
        : signer.once(department, assertion);
    },
  };
  return caller;

  /** One for each grant; a grant for all regions says all there is to say. */
  function readsOf(department: string, coordinate: string): ConditionalRead[] {
    if (client.department === department) return [{ coordinate, grant: null, regions: null }];
    const own = grants.filter(({ fields }) => fields.includes(coordinate));
    const whole = own.find(({ regions }) => regions === null);
    return (whole ? [whole] : own).map(({ id, regions }) => ({ coordinate, grant: id, regions }));
  }
}
