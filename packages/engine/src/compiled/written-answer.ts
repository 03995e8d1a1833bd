import type { GraphQLFormattedError } from 'graphql';
import type { ConditionalReads } from '../caller.ts';
import type { TextAnswer } from '../graph.ts';

const BEFORE_DATA = '{"data":'.length;
const AFTER_DATA = '}'.length;

/** An answer whose data is there as bytes: as the writer wrote it, or as a department said it. */
export class WrittenAnswer implements TextAnswer {
  readonly errors: readonly GraphQLFormattedError[];
  readonly reads?: ConditionalReads;
  /** Beside `body`, which is for errors not there. */
  private readonly bytes: Buffer;

  /** @param bytes a GraphQL response without errors: `{"data":…}` */
  constructor(
    bytes: Buffer,
    errors: readonly GraphQLFormattedError[] = [],
    reads: ConditionalReads | undefined = undefined,
  ) {
    this.bytes = bytes;
    this.errors = errors;
    if (reads) this.reads = reads;
  }

  /** Made when someone asks for it: most send the body. */
  get data(): string {
    return this.bytes.toString('utf8', BEFORE_DATA, this.bytes.length - AFTER_DATA);
  }

  get body(): Buffer | undefined {
    return this.errors.length === 0 ? this.bytes : undefined;
  }
}
