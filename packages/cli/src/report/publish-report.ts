import type { PublishPayload, UserError } from '../registry/answers.ts';
import { describeCheck } from './check-report.ts';
import type { Sources } from './sources.ts';
import { style } from './style.ts';

/** What the check above them tells whole, with places. */
const TOLD_BY_CHECK = new Set(['COMPOSITION_FAILED', 'LINT_FAILED']);

/** What became of a publication, in words. */
export function describePublished(
  departments: readonly string[],
  payload: PublishPayload,
  sources: Sources,
): string {
  const { outcome, version, check, userErrors } = payload;
  const names = departments.join(', ');
  const isBreaking = userErrors.every(({ code }) => code === 'BREAKING_CHANGES');
  return [
    check ? describeCheck(check, sources) : '',
    describeUserErrors(untold(payload)),
    describeEnd(names, outcome, version) +
      (outcome === 'REFUSED' && isBreaking ? '\n--accept-breaking publishes it all the same.' : ''),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The reasons of a refusal that its check does not tell. */
export function untold({ check, userErrors }: PublishPayload): UserError[] {
  return userErrors.filter(({ code }) => check === null || !TOLD_BY_CHECK.has(code));
}

function describeEnd(names: string, outcome: PublishPayload['outcome'], version: number | null): string {
  switch (outcome) {
    case 'PUBLISHED':
      return style.good(`Published ${names}: version ${version}. Gateways take it within seconds.`);
    case 'UNCHANGED':
      return `Nothing has changed: ${names} is published like this already${version === null ? '' : ` (version ${version})`}.`;
    default:
      return style.bad(`Refused: ${names} is not published, and nothing has changed.`);
  }
}

export function describeUserErrors(errors: readonly UserError[]): string {
  return errors.map(({ message, code }) => `✗ ${message} ${style.faint(`[${code}]`)}`).join('\n');
}
