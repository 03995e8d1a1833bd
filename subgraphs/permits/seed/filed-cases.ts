import { startOfDay } from '@yiwang/codes/working-days';
import { firstActive, type MadeUpEnterprise, type Population } from '@yiwang/population';
import { CASE_TRANSITIONS, type CaseFacts, type CaseStep, type StepEvent } from '@yiwang/subgraph-kit/cases';
import { followSteps } from '@yiwang/subgraph-kit/cases/made-up';
import { answersOf } from './filed-answers.ts';
import { itemVersionRows } from './item-version-rows.ts';
import { itemCodeFor } from './item-code.ts';
import { OFFERS, type Offer } from './offers.ts';
import { readTable } from './read-table.ts';

/** A case that a made-up person filed, with all that has happened to it. */
export interface FiledCase {
  number: string;
  person: string;
  enterprise: MadeUpEnterprise;
  offer: Offer;
  itemCode: string;
  itemVersion: number;
  facts: CaseFacts;
  events: readonly StepEvent[];
  answers: Record<string, unknown>;
}

/** Decides about them; see officials.csv. */
export const OFFICIAL = 'official-001';
const YEAR = '2025';
const HOUR_MS = 3_600_000;

const STEPS: Readonly<Record<string, CaseStep>> = {
  SAVE: { action: 'SAVE' },
  SUBMIT: { action: 'SUBMIT' },
  RESUBMIT: { action: 'RESUBMIT' },
  WITHDRAW: { action: 'WITHDRAW', reason: '经营计划调整' },
  RETURN: {
    action: 'RETURN',
    defects: [
      { about: '经营场所平面图', problem: '未标注操作间的位置' },
      { about: null, problem: '申请表未填写拟开始日期' },
    ],
  },
  DECLINE: { action: 'DECLINE', reason: '不属于本机关职权范围' },
  ACCEPT: { action: 'ACCEPT' },
  ACCEPT_WITH_FOLLOW_UP: { action: 'ACCEPT_WITH_FOLLOW_UP', materials: ['经营场所平面图'], by: '2026-01-15' },
  ACCEPT_ON_COMMITMENT: {
    action: 'ACCEPT_ON_COMMITMENT',
    commitment: { text: '本单位已知晓告知的全部内容，并承诺符合许可条件。', signedBy: '王小明' },
  },
  START_REVIEW: { action: 'START_REVIEW' },
  SUSPEND: { action: 'SUSPEND', reason: '需要现场核查' },
  RESUME: { action: 'RESUME' },
  EXTEND: { action: 'EXTEND', days: 5, reason: '情况复杂' },
  GRANT: { action: 'DECIDE', decision: 'GRANTED', reason: null },
  DENY: { action: 'DECIDE', decision: 'DENIED', reason: '现场核查不符合要求' },
  DELIVER: { action: 'DELIVER' },
  RATE: { action: 'RATE', stars: 5, comment: '办理很快' },
};

/**
 * The cases of filed-cases.csv, in its order, each taken through its steps as the service would. Those of enterprises that a small
 * population lacks are left out.
 */
export function filedCases(population: Population): FiledCase[] {
  const lines = readTable<'person' | 'enterprise' | 'item' | 'course'>('filed-cases');
  const enterprises = firstActive(population, Math.max(...lines.map(({ enterprise }) => Number(enterprise))));
  const offers = new Map(
    OFFERS.flatMap((some) => [...some.values()]).map((offer) => [offer.basicCode, offer]),
  );
  const versions = publishedVersions();
  return lines.flatMap(({ person, enterprise: place, item, course }, i) => {
    const enterprise = enterprises[Number(place) - 1];
    if (!enterprise) return [];
    const offer = offers.get(item);
    if (!offer) throw new Error(`filed-cases.csv names the item ${item}, which is none.`);
    const { facts, events } = follow(offer, course.split(' '));
    const itemCode = itemCodeFor(offer, enterprise.regionCode);
    const day = events[0]!.at.slice(0, 10).replaceAll('-', '');
    return [
      {
        number: `${enterprise.regionCode}${day}-G${String(i + 1).padStart(5, '0')}`,
        person,
        enterprise,
        offer,
        itemCode,
        itemVersion: versions.get(itemCode)!,
        facts,
        events,
        answers: answersOf(offer, enterprise),
      },
    ];
  });
}

/** Takes steps one after the other, each an hour later in its day than the one before. */
function follow(offer: Offer, course: readonly string[]): { facts: CaseFacts; events: StepEvent[] } {
  const { statutoryDays, promisedDays } = offer;
  const momentOf = (day: string, i: number) =>
    new Date(startOfDay(`${YEAR}-${day}`).getTime() + (9 + i) * HOUR_MS);
  const steps = [];
  for (let i = 2; i < course.length; i += 2) {
    steps.push({ at: momentOf(course[i]!, i / 2), step: STEPS[course[i + 1]!]! });
  }
  return followSteps({ statutoryDays, promisedDays }, momentOf(course[0]!, 0), steps);
}

/** The version of each item that is published. */
export function publishedVersions(): ReadonlyMap<string, number> {
  const versions = new Map<string, number>();
  for (const [code, version, state] of itemVersionRows()) {
    if (state === 'PUBLISHED') versions.set(code as string, version as number);
  }
  return versions;
}

/** Whose step an event is. */
export function personOf({ action }: StepEvent, { person }: FiledCase): string {
  return CASE_TRANSITIONS[action].by === 'OFFICIAL' ? OFFICIAL : person;
}
