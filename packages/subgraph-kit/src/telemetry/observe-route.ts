import { isPublicError } from '@yiwang/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Admit } from '../trust/admission.ts';
import { UNSIGNED_CALLER } from '../trust/caller.ts';
import type { Identify, Principal } from '../trust/identify.ts';
import {
  clientKindOf,
  newObservedRequest,
  noteCode,
  noteOperation,
  type ObservedRequest,
  observedRequest,
} from './observed-request.ts';

type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | void>;

/** Runs a request, which is filled in meanwhile: it is whole when the promise settles. */
export type ObserveRequest = <Result>(
  request: FastifyRequest,
  reply: FastifyReply,
  observed: ObservedRequest,
  run: () => Promise<Result>,
) => Promise<Result>;

/** Those options of the route in which it finds something out. */
interface ObservableOptions {
  identify: Identify;
  admit: Admit;
  formatError: (error: unknown) => GraphQLError;
}

/** Returns options that note what the route finds out. A department that nobody observes uses its own. */
export function observeOptions<Options extends ObservableOptions>(options: Options): Options {
  const noting: ObservableOptions = {
    identify(header) {
      const observed = observedRequest.getStore();
      const principal = options.identify(header);
      if (!observed) return principal;
      if (!(principal instanceof Promise)) return note(observed, principal);
      return principal.then((found) => note(observed, found));
    },
    admit(principal, operation, variables) {
      const observed = observedRequest.getStore();
      if (observed) noteOperation(observed, operation);
      return options.admit(principal, operation, variables);
    },
    formatError(error) {
      const shown = options.formatError(error);
      const observed = observedRequest.getStore();
      if (observed) noteCode(observed, shown.extensions['code']);
      return shown;
    },
  };
  return { ...options, ...noting };
}

function note(observed: ObservedRequest, principal: Principal): Principal {
  observed.client = clientKindOf(principal, principal.caller === UNSIGNED_CALLER);
  observed.onIdentified?.(principal.assertion !== null);
  return principal;
}

export function observeRoute(route: Route, observe: ObserveRequest): Route {
  return (request, reply) => {
    const observed = newObservedRequest();
    return observe(request, reply, observed, () =>
      observedRequest.run(observed, async () => {
        try {
          return await route(request, reply);
        } catch (error) {
          const isPublic = isPublicError(error);
          observed.end = isPublic ? 'refused' : 'failed';
          noteCode(observed, isPublic ? error.code : 'INTERNAL_ERROR');
          throw error;
        }
      }),
    );
  };
}
