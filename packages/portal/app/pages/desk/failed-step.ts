import type { Problem } from '@yiwang/client';
import type { StepName } from './model.ts';
import type { typedOf } from './steps.ts';

/** What the page of a case says of a step that was not taken. */
export interface FailedStep {
  step: StepName;
  typed: ReturnType<typeof typedOf>;
  seen: string;
  errors: readonly { code: string; message: string }[];
  problems: readonly Problem[];
  /** Version and key with which it is sent again; null when it is another step than before. */
  retried: { version: number; key: string } | null;
}
