import type { Sent } from './dispatch.ts';

/** See {@link identityOf}. */
export interface Identity {
  /** All but the body. */
  addressee: string;
  body: string;
}

/**
 * Equal for two requests of which a department receives the same from the first byte to the last, but for who vouches
 * for whom at which moment: callers with one key are one caller to it.
 *
 * Whatever else is sent one day has to tell requests apart here: `rest` does not compile as soon as there is more to send.
 */
export function identityOf({ url }: Sent[0], body: Sent[1], voucher: Sent[2], ...rest: Rest<Sent>): Identity {
  rest satisfies [];
  // An address has no line ends of its own. The body, which may be long, is not copied.
  return { addressee: voucher ? `${url}\n${voucher.key}` : url, body };
}

type Rest<All extends readonly unknown[]> = All extends readonly [unknown, unknown, unknown, ...infer More]
  ? More
  : never;
