import type { Problem } from '@yiwang/subgraph-kit/forms';
import type { Guide } from './guide.ts';

const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;
const DEPARTMENT = /^[a-z][a-z0-9-]{0,62}$/;
const COORDINATE = /^[A-Z][A-Za-z0-9]{0,99}\.[a-z][A-Za-z0-9]{0,99}$/;

const MAX_CONDITIONS = 50;
const MAX_MATERIALS = 100;
const MAX_STEPS = 50;
const MAX_CONDITION_CHARACTERS = 1_000;
const MAX_NAME_CHARACTERS = 200;
const MAX_DAYS = 1_000;
const MAX_COUNT = 20;
const MAX_ONLINE_DEPTH = 8;

type Report = (path: string[], message: string) => void;

/** What is wrong with a guide; empty for one that may be published. */
export function checkGuide(guide: Guide): Problem<'MALFORMED_GUIDE'>[] {
  const problems: Problem<'MALFORMED_GUIDE'>[] = [];
  const report: Report = (path, message) => problems.push({ path, code: 'MALFORMED_GUIDE', message });
  const { conditions, materials, steps } = guide;
  if (conditions.length === 0 || conditions.length > MAX_CONDITIONS) {
    report(['conditions'], `Say who may have it, in 1 to ${MAX_CONDITIONS} conditions.`);
  }
  for (const [i, condition] of conditions.entries()) {
    checkText(condition, MAX_CONDITION_CHARACTERS, ['conditions', String(i)], report);
  }
  if (materials.length > MAX_MATERIALS)
    report(['materials'], `A guide has at most ${MAX_MATERIALS} materials.`);
  if (steps.length > MAX_STEPS) report(['steps'], `A guide has at most ${MAX_STEPS} steps.`);
  checkNamed(materials, 'materials', report);
  checkNamed(steps, 'steps', report);
  checkMaterials(guide, report);
  checkTimes(guide, report);
  return problems;
}

function checkNamed(
  list: readonly { code: string; name: string; nameEn: string }[],
  member: string,
  report: Report,
) {
  const seen = new Set<string>();
  for (const [i, { code, name, nameEn }] of list.entries()) {
    const path = [member, String(i)];
    if (!CODE.test(code) || seen.has(code)) {
      report(
        [...path, 'code'],
        'A code is 1 to 40 upper-case letters, digits and underscores, and no other here has it.',
      );
    }
    seen.add(code);
    checkText(name, MAX_NAME_CHARACTERS, [...path, 'name'], report);
    checkText(nameEn, MAX_NAME_CHARACTERS, [...path, 'nameEn'], report);
  }
}

function checkMaterials({ materials }: Guide, report: Report): void {
  for (const [i, { originals, copies, heldBy }] of materials.entries()) {
    const path = ['materials', String(i)];
    checkRange(originals, 0, MAX_COUNT, [...path, 'originals'], report);
    checkRange(copies, 0, MAX_COUNT, [...path, 'copies'], report);
    if (heldBy === null) continue;
    if (!DEPARTMENT.test(heldBy.department)) {
      report([...path, 'heldBy', 'department'], 'Name a department as the graph does, such as enterprises.');
    }
    if (!COORDINATE.test(heldBy.resource)) {
      report([...path, 'heldBy', 'resource'], 'Name a field with its type, such as Enterprise.name.');
    }
  }
}

function checkTimes(
  { statutoryDays, promisedDays, visits, feeCny, onlineDepth }: Guide,
  report: Report,
): void {
  checkRange(statutoryDays, 0, MAX_DAYS, ['statutoryDays'], report);
  checkRange(promisedDays, 0, MAX_DAYS, ['promisedDays'], report);
  if (promisedDays > statutoryDays) {
    report(['promisedDays'], 'Promise no longer time than the law allows: at most statutoryDays.');
  }
  checkRange(visits, 0, MAX_COUNT, ['visits'], report);
  checkRange(onlineDepth, 1, MAX_ONLINE_DEPTH, ['onlineDepth'], report);
  if (feeCny.startsWith('-')) report(['feeCny'], 'A fee is 0 or more.');
}

function checkText(text: string, most: number, path: string[], report: Report): void {
  const isText =
    text.trim() !== '' && [...text].length <= most && !text.includes('\0') && text.isWellFormed();
  if (!isText) report(path, `${path.at(-1)} must have 1 to ${most} characters, and must not contain U+0000.`);
}

function checkRange(value: number, least: number, most: number, path: string[], report: Report): void {
  if (value < least || value > most) report(path, `${path.at(-1)} must be ${least} to ${most}.`);
}
