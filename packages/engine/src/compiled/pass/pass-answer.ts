import { isUtf8 } from 'node:buffer';
import type { Department } from '../../departments/department.ts';
import { type DepartmentAnswer, isJson, parseAnswer } from '../../departments/read-answer.ts';
import type { FetchTools } from '../plan/ask-department.ts';
import type { Run } from '../run.ts';
import type { ScanAnswer } from './compile-scanner.ts';

/** A department that prints otherwise than we do is not looked at for ever. */
const MOST_MISSES = 20;

/** What is merged where everything has been passed. */
const NOTHING: DepartmentAnswer = Object.freeze({ data: Object.freeze({}) });

export type AskToPass = (
  department: Department,
  body: string,
  run: Run,
  tools: Pick<FetchTools, 'post'>,
) => Promise<DepartmentAnswer>;

/**
 * Asks a department for all that a client wants to know. When the answer is what would be written anyway, its bytes are
 * `run.passed`, and nothing of it has been parsed; otherwise it is read as any other.
 */
export function createAskToPass(scan: ScanAnswer): AskToPass {
  let misses = 0;
  return async (department, body, run, { post }) => {
    const raw = await post(department, body, run.voucher, run.cancellation);
    if (misses < MOST_MISSES && isJson(raw.contentType)) {
      if (scan(raw.body) && isUtf8(raw.body)) {
        misses = 0;
        run.passed = raw.body;
        return NOTHING;
      }
      misses += 1;
    }
    return parseAnswer(department.name, raw);
  };
}
