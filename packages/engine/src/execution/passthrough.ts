import { isUtf8 } from 'node:buffer';
import type { Subgraph } from '../core/subgraph.ts';
import { type SubgraphAnswer, isJson, parseAnswer } from '../core/read-answer.ts';
import type { FetchTools } from './fetch-from-subgraph.ts';
import type { Run } from '../core/run.ts';
import type { ScanAnswer } from '../response/compile-scanner.ts';

/** After this many misses in a row, answers of a subgraph that formats JSON differently are no longer scanned. */
const MAX_MISSES = 20;

/** The answer to merge when the bytes are passed through. */
const NOTHING: SubgraphAnswer = Object.freeze({ data: Object.freeze({}) });

export type Passthrough = (
  subgraph: Subgraph,
  body: string,
  run: Run,
  tools: Pick<FetchTools, 'post'>,
) => Promise<SubgraphAnswer>;

/**
 * Returns a function that asks a subgraph for everything that a client wants. When the answer is what would be
 * written anyway, its bytes become `run.passed` without being parsed; otherwise it is parsed as usual.
 */
export function createPassthrough(scan: ScanAnswer): Passthrough {
  let misses = 0;
  return async (subgraph, body, run, { post }) => {
    const raw = await post(subgraph, body, run.assertionProvider, run.cancellation);
    if (misses < MAX_MISSES && isJson(raw.contentType)) {
      if (scan(raw.body) && isUtf8(raw.body)) {
        misses = 0;
        run.passed = raw.body;
        return NOTHING;
      }
      misses += 1;
    }
    return parseAnswer(subgraph.name, raw);
  };
}
