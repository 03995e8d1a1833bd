import { randomUUID } from 'node:crypto';
import type { Caller } from '@yiwang/engine';
import { type Assertion, bodyDigest, type ConditionalRead, digestOf, PUBLIC_CLIENT } from '@yiwang/identity';
import type { AssertionSigner } from './assertion-signer.ts';
import { authorizeField, covers, isOwnData, type Principal } from '../authorization/authorize-field.ts';
import { type HeldMandates, NO_MANDATES } from '../authorization/mandates.ts';

export interface CallerOptions extends Omit<Principal, 'mandates'> {
  /** Version of all grants; see HeldGrants. */
  grantsVersion: number;
  requestId: string;
  /** Null when the gateway has no key: then it signs no assertions. */
  signer: AssertionSigner | null;
}

/** The assertions for conditional reads that were sent for one request; their ids are `<id>.1`, `<id>.2`, … */
export interface SentAssertions {
  id: string;
  count: number;
}

/** A caller that counts its assertions, and notes what it reads without a grant. */
export interface AssertedCaller extends Caller {
  /** Null before the first. */
  readonly sent: SentAssertions | null;
  /** Coordinates that are open to the person because of `@ownData`. */
  readonly ownData: ReadonlySet<string>;
  /** Lets the person act by its mandates. Called before anything else, if at all. */
  actBy(held: HeldMandates): void;
}

/**
 * Creates the caller of a request for the engine, with the active grants of this moment.
 *
 * An assertion is bound to the body of one request, unless it allows nothing beyond what everyone may read.
 */
export function createCaller(options: CallerOptions): AssertedCaller {
  const { client, grants, signer, requestId } = options;
  const isPublic = client.id === PUBLIC_CLIENT.id;
  // Anonymous clients have no grants and need no purpose: without one, all of them are the same caller.
  const purpose = isPublic ? null : options.purpose;
  let key: string | undefined;
  let sent: SentAssertions | null = null;
  let id: string | undefined;
  let others = 0;
  let mandates = NO_MANDATES;
  const ownData = new Set<string>();

  function keyOf(): string {
    if (isPublic) return PUBLIC_CLIENT.id;
    const { id, user, department, scopes } = client;
    const held = grants.length > 0 ? [options.grantsVersion, ...grants.map((grant) => grant.id)] : [];
    const acting = mandates.areKnown ? (mandates.mandates.length > 0 ? [mandates.mandates] : []) : [null];
    return digestOf(JSON.stringify([id, user, department, scopes, held, purpose, ...acting]));
  }

  const caller: AssertedCaller = {
    get key() {
      key ??= keyOf();
      return key;
    },
    get identity() {
      return isPublic ? undefined : JSON.stringify([client.id, client.user]);
    },
    get sent() {
      return sent;
    },
    ownData,
    actBy(held) {
      mandates = held;
    },
    authorize(rule) {
      const { areGrantsKnown } = options;
      const principal = { client, purpose, grants, areGrantsKnown, mandates };
      if (rule.ownData.length > 0 && isOwnData(rule, principal)) ownData.add(rule.coordinate);
      return authorizeField(rule, principal);
    },
    assertionFor(department, coordinates, body, isMutation) {
      if (!signer) return null;
      const assertion: Assertion = {
        client: client.id,
        user: client.user,
        department: client.department,
        scopes: client.scopes,
        purpose,
        requestId,
        ...(!mandates.areKnown && { mandates: null }),
        ...(mandates.mandates.length > 0 && { mandates: mandates.mandates }),
        reads: purpose === null ? [] : coordinates.flatMap((coordinate) => readsOf(department, coordinate)),
      };
      // A subgraph executes no mutation whose assertion is not bound to it.
      if (isPublic && !isMutation) return signer.reusable(caller.key, department, assertion);
      return signer.once(
        department,
        { ...assertion, body: bodyDigest(body) },
        nextId(coordinates.length > 0),
      );
    },
  };
  return caller;

  function nextId(isConditional: boolean): string {
    id ??= randomUUID();
    if (!isConditional) return `${id}.u${++others}`;
    sent ??= { id, count: 0 };
    sent.count++;
    return `${id}.${sent.count}`;
  }

  /** Returns one read for each grant; only one where a grant covers all regions. */
  function readsOf(department: string, coordinate: string): ConditionalRead[] {
    if (client.department === department) return [{ coordinate, grant: null, regions: null }];
    const own = grants.filter((grant) => covers(grant, coordinate));
    const whole = own.find(({ regions }) => regions === null);
    return (whole ? [whole] : own).map(({ id, regions }) => ({ coordinate, grant: id, regions }));
  }
}
