import type { PublishPayload, UserError } from '../registry/answers.ts';
import { describeCheck } from './check-report.ts';
import type { Sources } from './sources.ts';
import { style } from './style.ts';

/** What the check above them tells whole, with places. */
const TOLD_BY_CHECK = new Set(['COMPOSITION_FAILED', 'LINT_FAILED', 'CONSENT_REQUIRED']);

/** What became of a publication, in words. */
export function describePublished(
  departments: readonly string[],
  payload: PublishPayload,
  sources: Sources,
): string {
  const { outcome, version } = payload;
  return describeChange(payload, sources, describeEnd(departments.join(', '), outcome, version), 'publishes');
}

/**
 * What became of a change to the graph: what its check found, what else was against it, and how it ended.
 *
 * @param verb what --accept-breaking does all the same
 */
export function describeChange(
  { outcome, check, userErrors }: PublishPayload,
  sources: Sources,
  end: string,
  verb: string,
): string {
  const untold = userErrors.filter(({ code }) => check === null || !TOLD_BY_CHECK.has(code));
  const isBreaking = userErrors.every(({ code }) => code === 'BREAKING_CHANGES');
  return [
    check ? describeCheck(check, sources) : '',
    describeUserErrors(untold),
    end + (outcome === 'REFUSED' && isBreaking ? `\n--accept-breaking ${verb} it all the same.` : ''),
  ]
    .filter(Boolean)
    .join('\n\n');
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
