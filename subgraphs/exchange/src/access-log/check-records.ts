import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AccessRecord, type LoggedText, readJournalLines, readRecord } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';

const MAX_RECORDS = 5000;
const MAX_CHARACTERS = 20_000_000;
/** How far a gateway's clock may be ahead. */
const CLOCK_SKEW_MS = 600_000;
/** An earlier record shows that the gateway's clock is wrong. */
const EARLIEST = Date.UTC(2020, 0);

/** A valid record, which can be added if it follows the last one that is stored. */
export interface ReceivedRecord extends LoggedText {
  record: AccessRecord;
}

/**
 * Parses the journal that a gateway sends, and checks all of it before any of it is stored.
 *
 * @param journal lines, each with a line break; the last one is a seal
 * @throws PublicError INVALID_ARGUMENT naming the first record that is invalid
 */
export async function checkRecords(gateway: string, journal: string): Promise<ReceivedRecord[]> {
  if (journal === '') return [];
  if (journal.length > MAX_CHARACTERS) throw tooMuch();
  if (!journal.endsWith('\n')) throw invalid('journal must end with a line break.');
  const received: ReceivedRecord[] = [];
  for await (const { text, seal } of readJournalLines(yieldRegularly(journal.slice(0, -1).split('\n')))) {
    const index = received.length;
    if (index === MAX_RECORDS) throw tooMuch();
    const record = readRecord(text);
    if (!record) throw invalid(`Record ${index} of journal is not a valid record.`);
    const problem = problemOf(record, gateway);
    if (problem) throw invalid(`Record ${index} of journal: ${problem}`);
    received.push({ text, seal, record });
  }
  if (received.at(-1)!.seal === null) throw invalid('journal must end with the seal of its last record.');
  return received;
}

function problemOf(record: AccessRecord, gateway: string): string | null {
  const at = Date.parse(record.at);
  if (record.gateway !== gateway) return `it belongs to the gateway ${record.gateway}.`;
  if (at < EARLIEST) return 'at is before 2020; check the clock of the gateway.';
  if (at > Date.now() + CLOCK_SKEW_MS) return 'at must not be in the future.';
  return null;
}

function tooMuch(): PublicError {
  return invalid(
    `journal must have at most ${MAX_RECORDS} records, and at most ${MAX_CHARACTERS} characters in all.`,
  );
}

function invalid(message: string): PublicError {
  return new PublicError('INVALID_ARGUMENT', message);
}

const VALUES_PER_TURN = 100;

/** Yields the values, and lets other tasks of the event loop run after every {@link VALUES_PER_TURN}. */
export async function* yieldRegularly<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  for (const [index, value] of values.entries()) {
    if (index % VALUES_PER_TURN === VALUES_PER_TURN - 1) await nextTurn();
    yield value;
  }
}
