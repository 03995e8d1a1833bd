import type { FieldShares } from '../generated/types.ts';
import type { FieldClasses } from './field-classes.ts';

/**
 * How much of what departments have is shared.
 *
 * @param held what each has, and for which of its conditional fields a grant is in force
 */
export function fieldShares(
  held: readonly { classes: FieldClasses; granted: ReadonlySet<string> }[],
): FieldShares {
  const sum = (count: (one: (typeof held)[number]) => number) =>
    held.reduce((total, one) => total + count(one), 0);
  const unconditional = sum(({ classes }) => classes.unconditional);
  const conditional = sum(({ classes }) => classes.conditional.length);
  const notShared = sum(({ classes }) => classes.notShared);
  const granted = sum(
    ({ classes, granted: open }) => classes.conditional.filter((coordinate) => open.has(coordinate)).length,
  );
  const fields = unconditional + conditional + notShared;
  const share = (count: number) => (fields === 0 ? null : count / fields);
  return {
    fields,
    unconditional,
    conditional,
    notShared,
    granted,
    unconditionalShare: share(unconditional),
    sharedShare: share(unconditional + granted),
  };
}
