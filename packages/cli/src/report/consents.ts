import type { ChangeApproval, ConsentNeed } from '../registry/answers.ts';
import { indent, inWords, moment, style } from './style.ts';

/** Whose consent a change needs, and how to get it. Null when it needs none. */
export function describeConsents(needs: readonly ConsentNeed[]): string | null {
  if (needs.length === 0) return null;
  const one = ({ owner, change, isGiven, changes }: ConsentNeed) =>
    [
      `${isGiven ? style.good('✓') : style.bad('✗')} ${isGiven ? 'has the consent of' : 'needs the consent of'} ${style.strong(owner)}:`,
      ...changes.map((text) => `    ${text}`),
      ...(isGiven
        ? []
        : [
            `    Ask ${owner} to run: yiwang approve ${change} --department ${owner} --key ${owner}.key`,
            style.faint(
              '    Publishing is refused until then; the first attempt puts it on their list (yiwang approvals).',
            ),
          ]),
    ].join('\n');
  return ['Consent:', ...needs.map((need) => indent(one(need)))].join('\n');
}

/** One change that needs consent, and where it stands. */
export function describeApproval(approval: ChangeApproval): string {
  const {
    id,
    change,
    owner,
    proposers,
    changes,
    state,
    requestedAt,
    approvedAt,
    isStandIn,
    expiresAt,
    version,
  } = approval;
  return [
    `${style.strong(change)} ${inWords(state)}${version === null ? '' : ` for version ${version}`} ${style.faint(`(approval ${id})`)}`,
    ...changes.map((text) => `  ${text}`),
    `  proposed by ${proposers.join(', ')} ${moment(requestedAt)}; needs the consent of ${owner}`,
    ...(approvedAt
      ? [`  approved ${moment(approvedAt)}${isStandIn ? ' by an operator' : ''}, until ${moment(expiresAt!)}`]
      : []),
  ].join('\n');
}
