import type { Guide } from '../src/items/guides/guide.ts';
import type { Decision, DecisionTable } from '../src/items/rules/decision-table.ts';
import { AUTHORISATION, COMMITMENT } from './guides.ts';
import type { Action } from './licences.ts';

/** Whose place is so large is looked at, in m². */
const LARGE_M2 = 1_000;

/** A row without its materials and steps: those are all that is asked for, or what is left of it. */
interface Outline extends Pick<Decision, 'when' | 'title' | 'x-title-en'> {
  /** A commitment takes the place of all materials but the first. */
  byCommitment?: true;
  inspected?: true;
}

/** What is for all answers that no row before is for. */
const ANY_OTHER: Outline = { title: '一般情形', 'x-title-en': 'Any other', when: {} };

const OUTLINES: Readonly<Record<Action, readonly Outline[]>> = {
  NEW: [
    {
      title: '大型场所',
      'x-title-en': 'Large premises',
      when: { 'premises.areaM2': { minimum: LARGE_M2 } },
      inspected: true,
    },
    {
      title: '告知承诺',
      'x-title-en': 'On a signed commitment',
      when: { byCommitment: { const: true } },
      byCommitment: true,
    },
    ANY_OTHER,
  ],
  CHANGE: [
    {
      title: '变更地址',
      'x-title-en': 'Change of address',
      when: { changed: { const: 'ADDRESS' } },
      inspected: true,
    },
    ANY_OTHER,
  ],
  RENEW: [
    {
      title: '条件有变化',
      'x-title-en': 'Conditions have changed',
      when: { hasChanged: { const: true } },
      inspected: true,
    },
    ANY_OTHER,
  ],
  CANCEL: [ANY_OTHER],
};

/** The rules of an offer: each outline for agents, who hand in an authorisation, and for all others. */
export function rulesOf(action: Action, guide: Guide): DecisionTable {
  return {
    rows: OUTLINES[action].flatMap((outline) => [byAgent(rowOf(outline, guide)), rowOf(outline, guide)]),
  };
}

function rowOf({ byCommitment, inspected, ...row }: Outline, { materials, steps }: Guide): Decision {
  const asked = materials
    .filter(({ code, heldBy }) => heldBy === null && code !== AUTHORISATION && code !== COMMITMENT)
    .map(({ code }) => code);
  return {
    ...row,
    materials: byCommitment ? [...asked.slice(0, 1), COMMITMENT] : asked,
    steps: steps.map(({ code }) => code).filter((code) => inspected || code !== 'INSPECTION'),
  };
}

function byAgent({ title, when, materials, ...row }: Decision): Decision {
  return {
    ...row,
    title: `${title}（代理）`,
    'x-title-en': `${row['x-title-en']}, by an agent`,
    when: { ...when, filedBy: { const: 'AGENT' } },
    materials: [...materials, AUTHORISATION],
  };
}
