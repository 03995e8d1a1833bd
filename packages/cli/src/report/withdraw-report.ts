import type { PublishPayload } from '../registry/answers.ts';
import { describeCheck } from './check-report.ts';
import { describeUserErrors, untold } from './publish-report.ts';
import type { Sources } from './sources.ts';
import { style } from './style.ts';

/** What became of a withdrawal, in words. */
export function describeWithdrawn(department: string, payload: PublishPayload, sources: Sources): string {
  const { outcome, version, check, userErrors } = payload;
  const isBreaking = userErrors.every(({ code }) => code === 'BREAKING_CHANGES');
  return [
    check ? describeCheck(check, sources) : '',
    describeUserErrors(untold(payload)),
    describeEnd(department, outcome, version) +
      (outcome === 'REFUSED' && isBreaking ? '\n--accept-breaking withdraws it all the same.' : ''),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function describeEnd(department: string, outcome: PublishPayload['outcome'], version: number | null): string {
  switch (outcome) {
    case 'WITHDRAWN':
      return style.good(
        `Withdrew ${department}: version ${version} is without it. Gateways take it within seconds.`,
      );
    case 'UNCHANGED':
      return `Nothing has changed: ${department} is not in the graph.`;
    default:
      return style.bad(`Refused: ${department} is not withdrawn, and nothing has changed.`);
  }
}
