import { inWords, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { MatterCaseStep, StepProblem } from './answers.ts';

/** How a state of a step is drawn, and what it means for who reads it. */
interface Drawn {
  mark: string;
  paint: (text: string) => string;
  /** In place of the state. */
  words?: string;
}

const PLAIN = (text: string) => text;
const DRAWN: Readonly<Record<string, Drawn>> = {
  WAITING: { mark: '○', paint: style.faint },
  DOING: { mark: '◌', paint: PLAIN, words: 'the department is asked' },
  AT_OFFICE: { mark: '●', paint: style.strong, words: 'people decide' },
  RETURNED: { mark: '!', paint: style.odd, words: 'returned to the applicant' },
  REFILING: { mark: '◌', paint: PLAIN, words: 'the correction is sent' },
  DONE: { mark: '✓', paint: style.good },
  DENIED: { mark: '✗', paint: style.bad },
  SKIPPED: { mark: '–', paint: style.faint },
  LEFT_OUT: { mark: '–', paint: style.faint },
  WITHDRAWING: { mark: '↶', paint: PLAIN, words: 'its case is withdrawn' },
  UNDOING: { mark: '↶', paint: PLAIN, words: 'being undone' },
  UNDONE: { mark: '↶', paint: style.faint },
};

/** What each step needs, by its name. Null when that is not known. */
export type Needs = ReadonlyMap<string, readonly string[]> | null;

/** A picture of the steps: each beneath what it needs, with its department, state and case there. */
export function drawSteps(steps: readonly MatterCaseStep[], needs: Needs): string {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const rows = inTree(steps, needs).flatMap(({ step, branch }) => {
    const { mark, paint, words } = DRAWN[step.state] ?? { mark: '·', paint: PLAIN };
    const waiting = (needs?.get(step.name) ?? []).filter((name) => !isMet(byName.get(name)));
    return [
      [
        `${paint(mark)} ${branch}${step.name}`,
        step.title,
        step.titleEn,
        step.department,
        paint(words ?? inWords(step.state)),
        step.departmentCase ?? '',
        step.state === 'WAITING' && waiting.length > 0
          ? `waits for ${waiting.join(', ')}`
          : resultInWords(step),
      ],
      ...step.problems.map((problem) => ['', '', '', '', '', '', problemInWords(problem)]),
    ];
  });
  return table(['step', 'title', '', 'department', 'state', 'case there', ''], rows);
}

/** What the department gave, but for the number of its case: `uscc 91320412YG2NFAF99J`. */
function resultInWords({ state, result }: MatterCaseStep): string {
  if (state !== 'DONE' || !result) return '';
  return Object.entries(result)
    .filter(([name, value]) => name !== 'number' && ['string', 'number'].includes(typeof value))
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

/** What the department said: `✗ form.name: It is taken. [NAME_TAKEN]`. */
export function problemInWords({ code, message, about }: StepProblem): string {
  return `✗ ${about ? `${about}: ` : ''}${message}${code ? ` ${style.faint(`[${code}]`)}` : ''}`;
}

function isMet(step: MatterCaseStep | undefined): boolean {
  return step === undefined || step.state === 'DONE' || step.state === 'SKIPPED';
}

interface Placed {
  step: MatterCaseStep;
  /** The lines that lead to it. */
  branch: string;
}

/** Each step comes beneath the last one of those that it needs. */
function inTree(steps: readonly MatterCaseStep[], needs: Needs): Placed[] {
  const depths = new Map<string, number>();
  const depthOf = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    // Against a circle, which no definition that was published has.
    depths.set(name, 0);
    const depth = 1 + Math.max(-1, ...(needs?.get(name) ?? []).map(depthOf));
    depths.set(name, depth);
    return depth;
  };
  const parentOf = (name: string): string | null =>
    [...(needs?.get(name) ?? [])].sort((one, other) => depthOf(other) - depthOf(one))[0] ?? null;
  const beneath = (parent: string | null) => steps.filter(({ name }) => parentOf(name) === parent);
  const place = (parent: string | null, lines: string): Placed[] => {
    const children = beneath(parent);
    return children.flatMap((step, i) => {
      const isLast = i === children.length - 1;
      const branch = parent === null ? '' : `${lines}${isLast ? '└─ ' : '├─ '}`;
      const below = parent === null ? '' : `${lines}${isLast ? '   ' : '│  '}`;
      return [{ step, branch }, ...place(step.name, below)];
    });
  };
  return place(null, '');
}
