import { isPublicError } from '@yiwang/errors';
import type { EventStreams } from '@yiwang/service/http';
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

/** Runs a request, which is filled in meanwhile: it is whole when the promise settles, for a subscription when its stream is open. */
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
  observeEvent?: <Result>(answer: () => Promise<Result>) => Promise<Result>;
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
    observeEvent(answer) {
      const onEvent = observedRequest.getStore()?.onEvent;
      return onEvent ? onEvent(answer) : answer();
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

/** Returns streams that report when one is open. */
export function observeStreams(streams: EventStreams): EventStreams {
  return {
    ...streams,
    send(reply, results) {
      const sent = streams.send(reply, results);
      observedRequest.getStore()?.onOpen?.();
      return sent;
    },
  };
}

/** @param route its streams are those of {@link observeStreams} */
export function observeRoute(route: Route, observe: ObserveRequest): Route {
  return async (request, reply) => {
    const observed = newObservedRequest();
    const opened = Promise.withResolvers<void>();
    observed.onOpen = opened.resolve;
    let answered: ReturnType<Route> | undefined;
    await observe(request, reply, observed, () => {
      answered = observedRequest.run(observed, answer, observed, request, reply);
      return Promise.race([answered, opened.promise]);
    });
    return answered;
  };

  async function answer(observed: ObservedRequest, ...request: Parameters<Route>): ReturnType<Route> {
    try {
      return await route(...request);
    } catch (error) {
      const isPublic = isPublicError(error);
      observed.end = isPublic ? 'refused' : 'failed';
      noteCode(observed, isPublic ? error.code : 'INTERNAL_ERROR');
      throw error;
    }
  }
}
