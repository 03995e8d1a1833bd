import { type AccessRecord, type LoggedText, readRecord } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import type { AccessContent } from '@yiwang/identity';

const MOST_RECORDS = 5000;
const MOST_CHARACTERS = 20_000_000;
/** A gateway's clock may be ahead. */
const CLOCK_SKEW_MS = 600_000;
const EARLIEST = Date.UTC(2020, 0);

/** A record that can be kept, if it fits behind those that are. */
export interface ReceivedRecord extends LoggedText {
  record: AccessRecord;
}

/**
 * Checks what a gateway sends before any of it is kept.
 *
 * @throws PublicError INVALID_ARGUMENT naming the first record that is wrong
 */
export function checkRecords(gateway: string, given: readonly AccessContent[]): ReceivedRecord[] {
  const characters = given.reduce((sum, { text }) => sum + text.length, 0);
  if (given.length > MOST_RECORDS || characters > MOST_CHARACTERS) {
    throw refuse(
      `At most ${MOST_RECORDS} records of ${MOST_CHARACTERS} characters in all are taken at once.`,
    );
  }
  const received = given.map(({ text, seal }, index) => {
    const record = readRecord(text);
    if (!record) throw refuse(`records[${index}] is not in the form that gateways write.`);
    const fault = faultOf(record, gateway);
    if (fault) throw refuse(`records[${index}]: ${fault}`);
    return { text, seal: seal ?? null, record };
  });
  if (received.length > 0 && received.at(-1)!.seal === null) throw refuse('The last record needs its seal.');
  return received;
}

function faultOf(record: AccessRecord, gateway: string): string | null {
  const at = Date.parse(record.at);
  if (record.gateway !== gateway) return `it is of the gateway ${record.gateway}.`;
  if (at < EARLIEST) return 'the clock of the gateway is wrong.';
  if (at > Date.now() + CLOCK_SKEW_MS) return 'at is not in the future.';
  return null;
}

function refuse(message: string): PublicError {
  return new PublicError('INVALID_ARGUMENT', message);
}
