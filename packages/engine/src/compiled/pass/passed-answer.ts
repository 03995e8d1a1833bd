import type { TextAnswer } from '../../graph.ts';

const BEFORE_DATA = '{"data":'.length;
const AFTER_DATA = '}'.length;

/** What a department said, as it said it. */
export class PassedAnswer implements TextAnswer {
  readonly errors = [];
  readonly body: Buffer;

  constructor(body: Buffer) {
    this.body = body;
  }

  /** Made when someone asks for it: most send the body. */
  get data(): string {
    return this.body.toString('utf8', BEFORE_DATA, this.body.length - AFTER_DATA);
  }
}
