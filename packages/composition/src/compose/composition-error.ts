/** A place in the SDL of one department. Line and column count from 1. */
export interface FaultLocation {
  subgraph: string;
  line: number;
  column: number;
}

/** One reason why the departments do not fit together. */
export interface CompositionFault {
  /** Apollo's composition code, such as FIELD_TYPE_MISMATCH, or NO_SUBGRAPHS or DUPLICATE_SUBGRAPH_NAME of our own. */
  code: string;
  message: string;
  /** What to do, in plain words; null for a code that is seldom met. */
  help: string | null;
  /** The departments involved, sorted; empty when the fault is the graph's as a whole. */
  subgraphs: string[];
  /** Where to look; empty when composition cannot say. */
  locations: FaultLocation[];
}

/** The departments do not compose. The message lists every fault, so that it can be shown as it is. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
  readonly errors: readonly CompositionFault[];

  constructor(errors: readonly CompositionFault[]) {
    super(`The subgraphs do not compose:\n${errors.map(printFault).join('\n')}`);
    this.errors = errors;
  }
}

function printFault({ code, message, locations }: CompositionFault): string {
  const places = locations.map(({ subgraph, line, column }) => `${subgraph}:${line}:${column}`);
  const where = places.length > 0 ? ` (${places.join(', ')})` : '';
  return `- ${code}: ${message.replaceAll('\n', '\n  ')}${where}`;
}
