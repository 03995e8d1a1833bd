import type { CompositionFault, LintFinding, SchemaCheck } from '../registry/answers.ts';
import { describeChanges } from './changes.ts';
import { describeConsents } from './consents.ts';
import type { Sources } from './sources.ts';
import { indent, style } from './style.ts';

/** A check in words: what does not fit, what breaks for whom, what the lint finds, what composition finds odd. */
export function describeCheck(check: SchemaCheck, sources: Sources): string {
  const parts = [
    describeFaults(check.faults, sources),
    describeChanges(check.changes),
    describeConsents(check.consents),
    describeLint(check.lint, sources),
    check.hints.length > 0
      ? ['Composition finds odd:', ...check.hints.map((hint) => `  · ${hint}`)].join('\n')
      : null,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

/** One line that says how a check came out. */
export function describeOutcome({ outcome, faults, lint, changes, consents }: SchemaCheck): string {
  switch (outcome) {
    case 'PASSES':
      return style.good('Passes.');
    case 'PASSES_WITH_WARNINGS':
      return style.odd('Passes, with warnings.');
    case 'FAILS': {
      const errors = lint.filter(({ severity }) => severity === 'ERROR');
      const used = changes.filter(
        ({ severity, usedBy, consentOf }) =>
          severity === 'BREAKING' && usedBy.length > 0 && consentOf.length === 0,
      );
      const reasons = [
        ...(faults.length > 0 ? ['it does not compose'] : []),
        ...(errors.length > 0 ? ['it breaks rules'] : []),
        ...(used.length > 0 ? ['it breaks clients'] : []),
        ...(consents.some(({ isGiven }) => !isGiven) ? ['it lacks consent'] : []),
      ];
      return style.bad(`Fails${reasons.length > 0 ? `: ${reasons.join(' and ')}` : ''}.`);
    }
  }
}

export function describeFaults(faults: readonly CompositionFault[], sources: Sources): string | null {
  if (faults.length === 0) return null;
  const one = ({ code, message, help, departments, locations }: CompositionFault) =>
    [
      `✗ ${style.strong(code)} ${message}`,
      ...sources.ownFirst(locations).map((location) => indent(sources.show(location), '    ')),
      ...(locations.length === 0 && departments.length > 0
        ? [`    in the schemas of ${departments.join(', ')}`]
        : []),
      ...(help ? [indent(`What to do: ${help}`, '    ')] : []),
    ].join('\n');
  return [`${style.bad('Does not compose')}:`, ...faults.map((fault) => indent(one(fault)))].join('\n');
}

export function describeLint(findings: readonly LintFinding[], sources: Sources): string | null {
  if (findings.length === 0) return null;
  const errorsFirst = [...findings].sort(
    (a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR'),
  );
  const one = ({ rule, severity, message, location }: LintFinding) => {
    const mark = severity === 'ERROR' ? style.bad('✗') : style.odd('!');
    const where = location ? style.faint(` ${sources.name(location)}`) : '';
    return `  ${mark} ${message} ${style.faint(`[${rule}]`)}${where}`;
  };
  return ['Rules:', ...errorsFirst.map(one)].join('\n');
}
