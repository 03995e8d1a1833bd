import { getLocation, type ASTNode } from 'graphql';
import { placeOf } from '../sdl/place-of.ts';

export type Severity = 'ERROR' | 'WARNING';

/** One thing about a department's SDL that the rules of the house say should be otherwise. */
export interface LintFinding {
  department: string;
  /** Name of the rule, such as `sharing`. */
  rule: string;
  /** An ERROR keeps the SDL from being published. */
  severity: Severity;
  /** What is wrong and what to do, for the department's engineer. */
  message: string;
  /** `Type`, `Type.field`, `Type.field(argument:)`; null when it is about the SDL as a whole. */
  coordinate: string | null;
  /** In the SDL; both count from 1. */
  location: { line: number; column: number } | null;
}

/** Collects what one rule finds. */
export type Report = (
  severity: Severity,
  coordinate: string | null,
  node: ASTNode | null,
  message: string,
) => void;

/** A report function that adds to the list under the rule's name. */
export function reporter(findings: LintFinding[], department: string, rule: string): Report {
  return (severity, coordinate, node, message) =>
    findings.push({ department, rule, severity, message, coordinate, location: locate(node) });
}

function locate(node: ASTNode | null): LintFinding['location'] {
  const place = node && placeOf(node);
  if (!place) return null;
  const { line, column } = getLocation(place.source, place.start);
  return { line, column };
}
