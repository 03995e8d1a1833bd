import type { PublishPayload } from '../registry/answers.ts';
import { describeChange } from './publish-report.ts';
import type { Sources } from './sources.ts';
import { style } from './style.ts';

/** What became of a withdrawal, in words. */
export function describeWithdrawn(department: string, payload: PublishPayload, sources: Sources): string {
  const { outcome, version } = payload;
  return describeChange(payload, sources, describeEnd(department, outcome, version), 'withdraws');
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
