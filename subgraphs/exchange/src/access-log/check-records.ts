import { type AccessRecord, type LoggedText, readJournalLines, readRecord } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { inTurns } from './in-turns.ts';

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
 * Reads what a gateway sends, and checks it before any of it is kept.
 *
 * @param journal lines, each with its line break; the last one is a seal
 * @throws PublicError INVALID_ARGUMENT naming the first record that is wrong
 */
export async function checkRecords(gateway: string, journal: string): Promise<ReceivedRecord[]> {
  if (journal === '') return [];
  if (journal.length > MOST_CHARACTERS) throw tooMuch();
  if (!journal.endsWith('\n')) throw refuse('journal ends within a line.');
  const received: ReceivedRecord[] = [];
  for await (const { text, seal } of readJournalLines(inTurns(journal.slice(0, -1).split('\n')))) {
    const index = received.length;
    if (index === MOST_RECORDS) throw tooMuch();
    const record = readRecord(text);
    if (!record) throw refuse(`Record ${index} of journal is not in the form that gateways write.`);
    const fault = faultOf(record, gateway);
    if (fault) throw refuse(`Record ${index} of journal: ${fault}`);
    received.push({ text, seal, record });
  }
  if (received.at(-1)!.seal === null) throw refuse('The last record needs its seal.');
  return received;
}

function faultOf(record: AccessRecord, gateway: string): string | null {
  const at = Date.parse(record.at);
  if (record.gateway !== gateway) return `it is of the gateway ${record.gateway}.`;
  if (at < EARLIEST) return 'the clock of the gateway is wrong.';
  if (at > Date.now() + CLOCK_SKEW_MS) return 'at is not in the future.';
  return null;
}

function tooMuch(): PublicError {
  return refuse(`At most ${MOST_RECORDS} records of ${MOST_CHARACTERS} characters in all are taken at once.`);
}

function refuse(message: string): PublicError {
  return new PublicError('INVALID_ARGUMENT', message);
}
