import { isPublicError } from '@yiwang/errors';
import { createPipeline, type Graph, type Pipeline, type Stages } from '../../pipeline/pipeline.ts';
import type { Answer, Answers } from '../../pipeline/request/answer.ts';
import type { Incoming, ParsedRequest } from '../../pipeline/request/request.ts';
import {
  clientKindOf,
  newObservedOperation,
  type ObservedOperation,
  observedErrors,
  observedOperation,
} from './observed-operation.ts';

/** What metrics and traces do with operations. */
export interface OperationObserver {
  /** Names an operation; see createOperationNames. */
  nameOf(request: ParsedRequest): string;
  /** Names of departments that may stand in labels. */
  departments(): ReadonlySet<string>;
  /** Runs an operation, which is filled in meanwhile: it is whole when the promise settles. */
  observe<Result>(
    incoming: Incoming,
    operation: ObservedOperation,
    run: () => Promise<Result>,
  ): Promise<Result>;
}

/**
 * Creates a pipeline whose operations are observed. Everything that observes lies around the pipeline and its stages: without an observer
 * the gateway uses `createPipeline` itself, so observing costs requests nothing.
 */
export function createObservedPipeline(stages: Stages, observer: OperationObserver): Pipeline {
  const pipeline = createPipeline(observeStages(stages, observer));

  function observe<Result extends Answer | Answers>(
    incoming: Incoming,
    run: (incoming: Incoming) => Promise<Result>,
  ): Promise<Result> {
    const operation = newObservedOperation();
    return observer.observe(incoming, operation, async () => {
      try {
        const result = await observedOperation.run(operation, run, incoming);
        if ('next' in result) Object.assign(operation, { kind: 'subscription', end: 'complete' });
        else noteAnswer(operation, result);
        return result;
      } catch (error) {
        noteError(operation, error, incoming);
        throw error;
      }
    });
  }

  function noteAnswer(operation: ObservedOperation, { outcome, errors = [] }: Answer): void {
    operation.end = outcome === undefined ? 'invalid' : outcome === 'COMPLETE' ? 'complete' : 'with_errors';
    operation.errors = observedErrors(errors, observer.departments());
  }

  return {
    ...pipeline,
    answer: (incoming) => observe(incoming, pipeline.answer),
    follow: (incoming) => observe(incoming, pipeline.follow),
  };
}

function noteError(operation: ObservedOperation, error: unknown, { controller }: Incoming): void {
  const isPublic = isPublicError(error);
  operation.end = isPublic ? 'refused' : controller.signal.aborted ? 'abandoned' : 'failed';
  operation.errors = [{ code: isPublic ? error.code : 'INTERNAL_ERROR', department: '' }];
}

/** Stages that note what they find out. */
function observeStages(stages: Stages, { nameOf }: OperationObserver): Stages {
  return {
    ...stages,
    limitRate(request) {
      const operation = observedOperation.getStore();
      if (operation) operation.client = clientKindOf(request.client);
      return stages.limitRate(request);
    },
    chooseVariant(request) {
      const chosen: { graph: Graph; request: ParsedRequest } = stages.chooseVariant(request);
      const operation = observedOperation.getStore();
      if (operation) Object.assign(operation, { name: nameOf(request), variant: chosen.graph.variant });
      return chosen;
    },
  };
}
