export { type Journal, type JournalLogger, type JournalOptions, openJournal } from './journal.ts';
export { JournalError } from './journal-error.ts';
export type { JournalFile } from './journal-file.ts';
export { type Batch, type Bookmark, bookmarkAt, readBatches } from './read-batches.ts';
export { recover } from './recover.ts';
export { type JournalFiles, listSegments, type Segment } from './segments.ts';
