import type { Sent } from './dispatch.ts';

/**
 * Equal for two requests of which a department receives the same from the first byte to the last.
 *
 * Whatever else is sent one day, such as a caller's credentials, has to tell requests apart here: `rest` does not
 * compile as soon as there is more to send.
 */
export function identityOf({ url }: Sent[0], body: Sent[1], ...rest: Rest<Sent>): string {
  rest satisfies [];
  return `${url}\n${body}`;
}

type Rest<All extends readonly unknown[]> = All extends readonly [unknown, unknown, ...infer More]
  ? More
  : never;
