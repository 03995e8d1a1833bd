import type { Sent } from './dispatch.ts';

/**
 * Equal for two requests of which a department receives the same from the first byte to the last, but for who vouches
 * for whom at which moment: callers with one key are one caller to it.
 *
 * Whatever else is sent one day has to tell requests apart here: `rest` does not compile as soon as there is more to send.
 */
export function identityOf({ url }: Sent[0], body: Sent[1], voucher: Sent[2], ...rest: Rest<Sent>): string {
  rest satisfies [];
  // Neither an address nor the JSON of a body has line ends of its own.
  return voucher ? `${url}\n${body}\n${voucher.key}` : `${url}\n${body}`;
}

type Rest<All extends readonly unknown[]> = All extends readonly [unknown, unknown, unknown, ...infer More]
  ? More
  : never;
