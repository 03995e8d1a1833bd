/** What is needed of a step to draw it. */
export interface Step {
  name: string;
  needs: readonly string[];
}

/** A step in the picture: in the column behind all that it needs, and in a row of its own there. */
export interface Placed<S extends Step> {
  step: S;
  column: number;
  row: number;
}

/** Puts steps in columns, so that each stands behind all that it needs. Steps that need each other, which no matter may have, end. */
export function place<S extends Step>(steps: readonly S[]): Placed<S>[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const columns = new Map<string, number>();
  const columnOf = (name: string, above: readonly string[]): number => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const needs = (byName.get(name)?.needs ?? []).filter((need) => byName.has(need) && !above.includes(need));
    const column = Math.max(-1, ...needs.map((need) => columnOf(need, [...above, name]))) + 1;
    columns.set(name, column);
    return column;
  };
  const rows = new Map<number, number>();
  return steps.map((step) => {
    const column = columnOf(step.name, [step.name]);
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { step, column, row };
  });
}

/** Pairs of steps between which there is a line: who is needed, and who needs it. */
export function linesOf<S extends Step>(placed: readonly Placed<S>[]): [Placed<S>, Placed<S>][] {
  const byName = new Map(placed.map((one) => [one.step.name, one]));
  return placed.flatMap((to) =>
    to.step.needs.flatMap((need): [Placed<S>, Placed<S>][] => {
      const from = byName.get(need);
      return from ? [[from, to]] : [];
    }),
  );
}
