import type { Guide, GuideStep, ShownMaterial } from '../guides/guide.ts';
import { type DecisionTable, decide } from './decision-table.ts';

/** What the answers in a form need. */
export interface Requirements {
  /** Index of the row that decides. */
  row: number;
  /** Those that are handed in, and those that nobody hands in because the graph holds them, in the order of the guide. */
  materials: ShownMaterial[];
  steps: GuideStep[];
}

/** @returns null when no row of the rules answers */
export function requirementsOf(guide: Guide, rules: DecisionTable, answers: unknown): Requirements | null {
  const row = decide(rules, answers);
  if (row === null) return null;
  const { materials, steps } = rules.rows[row]!;
  return {
    row,
    materials: materialsOf(guide, rules).filter(
      ({ code, heldBy }) => heldBy !== null || materials.includes(code!),
    ),
    steps: guide.steps.filter(({ code }) => steps.includes(code)),
  };
}

/** The materials of a guide, each with whether it is needed, and for which answers. */
export function materialsOf({ materials }: Guide, { rows }: DecisionTable): ShownMaterial[] {
  return materials.map((material) => {
    const needing = rows.filter((row) => row.materials.includes(material.code));
    if (material.heldBy) return { ...material, need: 'NEVER', neededWhen: null };
    if (needing.length === rows.length) return { ...material, need: 'ALWAYS', neededWhen: null };
    return { ...material, need: 'DEPENDS', neededWhen: needing.map(({ when }) => when) };
  });
}
