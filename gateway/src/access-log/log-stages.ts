import type { ConditionalReads } from '@yiwang/engine';
import type { Answer, Identified, Readable, Stages } from '../pipeline.ts';
import type { AccessLog } from './access-log.ts';
import { accessOf } from './access-of.ts';
import { askedFor, watchCaller } from './watch-caller.ts';

/**
 * The same stages, with everything conditional that was read written down before it is given out: one record for an
 * answer, an event or what was deferred.
 */
export function logStages(stages: Stages, log: Pick<AccessLog, 'refusal' | 'append'>): Stages {
  return {
    ...stages,

    authenticate(request) {
      const identified = stages.authenticate(request);
      return identified instanceof Promise ? identified.then(watching) : watching(identified);
    },

    subscribe: (request) => stages.subscribe(noting(request)),

    async execute(request) {
      // Nobody is refused anything, and nothing is conditional.
      if (!request.caller) return stages.execute(request);
      const answer = await executeOrNote(noting(request));
      const reads = answer.reads ?? (answer.outcome === 'WITH_ERRORS' ? mayHaveRead(request) : undefined);
      if (reads) await log.append(accessOf(request, reads, answer.outcome ?? 'FAILED'));
      return answer;
    },
  };

  function watching(identified: Identified): Identified {
    const { caller } = identified;
    return caller ? { ...identified, caller: watchCaller(caller, log) } : identified;
  }

  /** With what comes after the answer, or instead of one, written down as well. */
  function noting(request: Readable): Readable {
    return { ...request, onReads: (reads, outcome) => log.append(accessOf(request, reads, outcome)) };
  }

  /** What failed may have read before. */
  async function executeOrNote(request: Readable): Promise<Answer> {
    try {
      return await stages.execute(request);
    } catch (error) {
      const reads = mayHaveRead(request);
      if (reads) await log.append(accessOf(request, reads, 'FAILED'));
      throw error;
    }
  }
}

/** Departments were asked for this; of whom is not known. */
function mayHaveRead({ caller }: Readable): ConditionalReads | undefined {
  const fields = [...askedFor(caller)].sort();
  return fields.length === 0 ? undefined : { fields, subjects: [], more: 0 };
}
