import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from '../sessions/visits.ts';
import type { Sealer } from '../sessions/sealer.ts';
import type { Flow } from './provider.ts';

/** Remembers each way to the provider in the browser that took it, so that nobody can end it in another one. */
export interface Flows {
  remember(request: FastifyRequest, reply: FastifyReply, flow: Flow): Promise<void>;
  /** Returns the flow of this state, once; null when this browser did not begin it, or too long ago. */
  take(request: FastifyRequest, reply: FastifyReply, state: string): Promise<Flow | null>;
}

const PURPOSE = 'sign-in';
const LIFETIME_SECONDS = 600;
/** Tabs in which somebody may be on the way at once: each has a cookie, which is sent with every request. */
const MAX_FLOWS = 4;
const STATE = /^[\w-]{16,128}$/;

export function createFlows(sealer: Sealer, { isSecure }: { isSecure: boolean }): Flows {
  const prefix = cookieName('sign-in-', isSecure);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  const nameOf = (state: string) => prefix + state.slice(0, 8);
  const remove = (reply: FastifyReply, name: string) =>
    reply.setCookie(name, '', { ...attributes, maxAge: 0 });

  return {
    async remember({ cookies }, reply, flow) {
      const names = Object.keys(cookies).filter((name) => name.startsWith(prefix));
      if (names.length >= MAX_FLOWS) for (const name of names) remove(reply, name);
      const sealed = await sealer.seal(PURPOSE, { ...flow }, LIFETIME_SECONDS);
      reply.setCookie(nameOf(flow.state), sealed, { ...attributes, maxAge: LIFETIME_SECONDS });
    },

    async take({ cookies }, reply, state) {
      if (!STATE.test(state)) return null;
      const sealed = cookies[nameOf(state)];
      if (!sealed) return null;
      remove(reply, nameOf(state));
      const flow = (await sealer.open(PURPOSE, sealed)) as unknown as Flow | null;
      return flow?.state === state ? flow : null;
    },
  };
}
