import type { ReadNote } from '@yiwang/identity';
import { endOnRevocation } from './authorization/revocation.ts';
import type { Answer, Answers } from './request/answer.ts';
import type { CostEstimate } from './cost/estimate-cost.ts';
import type { Identified, Incoming, ParsedRequest } from './request/request.ts';

/** One variant of the schema, and how requests are answered from it. */
export interface Graph {
  variant: string;
  /** Refuses documents that are too large, and operations that cost more than their client may spend. */
  limitDocument(request: ParsedRequest): Promise<ParsedRequest> | ParsedRequest;
  /** Estimates the cost of an operation, without a limit. Null when the request has no such operation. */
  estimateCost(request: ParsedRequest): CostEstimate | null;
  /** Whether it makes a difference to the operation for whom the person acts. */
  usesMandates(request: ParsedRequest): boolean;
  /** Null when the request is not a subscription that can run. */
  subscribe(request: ParsedRequest): Promise<Answers | null>;
  execute(request: ParsedRequest): Promise<Answer>;
}

/** What a request passes, in this order. `create-gateway.ts` creates the stages; README.md lists their files. */
export interface Stages {
  preventCsrf(request: Incoming): void;
  /** Aborts the request when its time is over. */
  withinTimeLimit<Result>(request: Incoming, run: () => Promise<Result>): Promise<Result>;
  /** Refuses tokens from an address from which too many were refused. */
  lockSignIns(request: Incoming, authenticate: Stages['authenticate']): Promise<Identified> | Identified;
  authenticate(request: Incoming): Promise<Identified> | Identified;
  limitRate(request: Identified): Promise<void>;
  /** Refuses query plans to clients that may not see them. */
  authorizeQueryPlan(request: Identified): void;
  readParams(request: Identified): ParsedRequest;
  /** Replaces the hash of a persisted document by the document. */
  findPersistedDocument(request: ParsedRequest): ParsedRequest;
  chooseVariant(request: ParsedRequest): { graph: Graph; request: ParsedRequest };
  /** Refuses the costliest operations while there is more to do than can be done in time. */
  shedLoad(request: ParsedRequest): void;
  /** Finds out for whom a signed-in person acts. */
  findMandates<Request extends Identified>(
    request: Request,
    usesMandates: (request: Request) => boolean,
  ): Request | Promise<Request>;
  accessLog: {
    /** Denies conditional data while its reading cannot be logged. */
    watch(request: Identified): Identified;
    /** Logs what was read before it is sent. */
    subscribe(request: ParsedRequest, subscribe: Graph['subscribe']): Promise<Answers | null>;
    execute(request: ParsedRequest, execute: Graph['execute']): Promise<Answer>;
    /** Refuses what cannot be logged. */
    requireLog(): void;
    /** Logs what an answer that is no GraphQL has read, before it is sent. */
    read(request: Identified, note: ReadNote, path: string): Promise<void>;
  };
  countUsage(request: ParsedRequest, variant: string, outcome: Answer['outcome']): void;
  reportCost(request: ParsedRequest, answer: Answer): void;
  hideSuggestions(request: ParsedRequest, answer: Answer): Answer;
}

/** Answers requests. Every transport sends its requests here. */
export interface Pipeline {
  /** @throws PublicError when a stage refuses the request */
  answer(request: Incoming): Promise<Answer>;
  /** Like `answer`, for a client that takes one answer after another. */
  follow(request: Incoming): Promise<Answer | Answers>;
  /** Estimates the cost of an operation that is not executed. Null when the request has none. @throws PublicError */
  estimateCost(request: Incoming): Promise<CostEstimate | null>;
  /** Only authenticates the client. */
  authenticate(request: Incoming): Promise<Identified> | Identified;
  /** Lets a request pass that is no GraphQL: everything that does not need an operation. @throws PublicError */
  admit(request: Incoming): Promise<Identified>;
  accessLog: Pick<Stages['accessLog'], 'requireLog' | 'read'>;
}

/**
 * Puts the stages in order. Read this function first: it is the whole gateway.
 *
 * The order is deliberate. CSRF prevention costs nothing and needs no client. Authentication comes next, because the answers to
 * all later stages depend on the client; then its rate. The size of the document is limited before it is validated and planned, which
 * cost more than all other work here and grow faster than the text. Load is shed by the cost that was estimated then. A department is asked for mandates only then. What was read is in the access log before anyone sees it.
 */
export function createPipeline(stages: Stages): Pipeline {
  return {
    authenticate,
    accessLog: stages.accessLog,

    async admit(incoming) {
      stages.preventCsrf(incoming);
      const identified = await authenticate(incoming);
      await stages.limitRate(identified);
      return stages.findMandates(identified, () => true);
    },

    async estimateCost(incoming) {
      stages.preventCsrf(incoming);
      const { request, graph } = await chooseGraph(incoming);
      return graph.estimateCost(request);
    },

    async answer(incoming) {
      stages.preventCsrf(incoming);
      return stages.withinTimeLimit(incoming, async () => {
        const { request, graph } = await prepare(incoming);
        return execute(request, graph);
      });
    },

    async follow(incoming) {
      stages.preventCsrf(incoming);
      return stages.withinTimeLimit<Answer | Answers>(incoming, async () => {
        const { request, graph } = await prepare(incoming);
        const answers = await stages.accessLog.subscribe(request, graph.subscribe);
        if (!answers) return execute(request, graph);
        stages.countUsage(request, graph.variant, 'COMPLETE');
        return endOnRevocation(answers, request.onRevoked);
      });
    },
  };

  function authenticate(incoming: Incoming): Promise<Identified> | Identified {
    const identified = stages.lockSignIns(incoming, stages.authenticate);
    return identified instanceof Promise
      ? identified.then(stages.accessLog.watch)
      : stages.accessLog.watch(identified);
  }

  async function chooseGraph(incoming: Incoming): Promise<{ request: ParsedRequest; graph: Graph }> {
    const authenticated = authenticate(incoming);
    // One promise less for anonymous clients.
    const identified = authenticated instanceof Promise ? await authenticated : authenticated;
    await stages.limitRate(identified);
    stages.authorizeQueryPlan(identified);
    const parsed = stages.readParams(identified);
    return stages.chooseVariant(stages.findPersistedDocument(parsed));
  }

  async function prepare(incoming: Incoming): Promise<{ request: ParsedRequest; graph: Graph }> {
    const { request, graph } = await chooseGraph(incoming);
    const limited = await graph.limitDocument(request);
    stages.shedLoad(limited);
    const acting = stages.findMandates(limited, graph.usesMandates);
    return { request: acting instanceof Promise ? await acting : acting, graph };
  }

  async function execute(request: ParsedRequest, graph: Graph): Promise<Answer> {
    const answer = await stages.accessLog.execute(request, graph.execute);
    stages.countUsage(request, graph.variant, answer.outcome);
    stages.reportCost(request, answer);
    return stages.hideSuggestions(request, answer);
  }
}
