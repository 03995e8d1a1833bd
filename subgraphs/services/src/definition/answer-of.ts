import type { Binding, StepDefinition } from './definition.ts';

const FORM = 'form.';

/**
 * The field of the form from which a department took what it complains of: departments name their own fields, such as `location` or
 * `input.details.location`, and the form calls the same `project.address`.
 *
 * @param about as {@link StepProblem.about}
 * @returns with dots, such as `project.address`; null when it is of no field of the form, or could be of several
 */
export function answerOf(step: StepDefinition, about: string | null): string | null {
  if (about === null || about === '') return null;
  const { variables } = step.kind === 'MACHINE' ? step.do : step.file;
  const found = new Set(
    sourcesOf({ object: variables }, '').flatMap(({ path, from }) =>
      from.startsWith(FORM) && (path === about || path.endsWith(`.${about}`))
        ? [from.slice(FORM.length)]
        : [],
    ),
  );
  return found.size === 1 ? [...found][0]! : null;
}

/** Where the values of a call come from, by their paths in its variables. */
function sourcesOf(binding: Binding, path: string): { path: string; from: string }[] {
  if ('from' in binding) return [{ path, from: binding.from }];
  if ('first' in binding) return binding.first.flatMap((one) => sourcesOf(one, path));
  if (!('object' in binding)) return [];
  return Object.entries(binding.object).flatMap(([name, one]) =>
    sourcesOf(one, path === '' ? name : `${path}.${name}`),
  );
}
