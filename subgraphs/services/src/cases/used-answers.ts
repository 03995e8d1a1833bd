import { isDeepStrictEqual } from 'node:util';
import { UserErrors } from '@yiwang/subgraph-kit';
import type { StoredMatter } from '../course/stored-matter.ts';
import {
  type Binding,
  type BindingSources,
  type MatterDefinition,
  type StepDefinition,
  valueOf,
} from '../definition/definition.ts';
import { sourcesOf } from '../run/do-work.ts';

/**
 * Departments that have done a step, or are doing it, keep what they were told.
 *
 * @throws UserErrors ANSWER_IN_USE, one for each answer that was changed, with its path as `field`: `["form", "enterprise", "name"]`
 */
export function requireUnused(
  { row, matter }: StoredMatter,
  definition: MatterDefinition,
  form: Record<string, unknown>,
): void {
  const steps = Object.fromEntries(matter.steps.map(({ name, result }) => [name, result]));
  const before: BindingSources = { ...sourcesOf(row), steps, case: null };
  const after: BindingSources = { ...before, form };
  // By path: several steps may have used the same answer, and the applicant puts it back once.
  const used = new Map<string, StepDefinition>();
  for (const [i, step] of definition.steps.entries()) {
    const { state } = matter.steps[i]!;
    if (state !== 'DONE' && state !== 'DOING' && state !== 'AT_OFFICE') continue;
    const { variables } = step.kind === 'MACHINE' ? step.do : step.file;
    for (const path of changedAnswers({ object: variables }, before, after)) {
      if (!used.has(path)) used.set(path, step);
    }
  }
  if (used.size === 0) return;
  throw new UserErrors<'ANSWER_IN_USE'>(
    [...used].map(([path, { title }]) => ({
      code: 'ANSWER_IN_USE',
      message: `${title} has used ${path}, which you have changed. Leave it as it was, or withdraw the application and begin a new one.`,
      field: path.split('.'),
    })),
  );
}

/** Paths of the answers that make the value of a binding another one, from `form` on. */
function changedAnswers(binding: Binding, before: BindingSources, after: BindingSources): string[] {
  const values = [valueOf(binding, before), valueOf(binding, after)] as const;
  if ('value' in binding || isDeepStrictEqual(...values)) return [];
  if ('from' in binding) return differences(binding.from, ...values);
  const parts = 'object' in binding ? Object.values(binding.object) : binding.first;
  return parts.flatMap((part) => changedAnswers(part, before, after));
}

/** Paths of single answers that differ. Of lists of different lengths it is the list, as no row of it may be left to name. */
function differences(path: string, one: unknown, other: unknown): string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isNested(one) || !isNested(other)) return [path];
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) return [path];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => differences(`${path}.${name}`, one[name], other[name]));
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
