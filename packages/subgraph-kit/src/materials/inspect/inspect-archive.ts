import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import type { StoredUpload } from '../store/material-store.ts';
import type { Refusal } from '../material-tables.ts';
import { BlockReader } from './block-reader.ts';
import type { MediaType } from './media-types.ts';

/** The bounds of what an archive may unpack to. Documents of some hundred pages with pictures stay far below. */
const MAX_ENTRIES = 10_000;
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
/** Of sheets, whose XML repeats itself, up to 50 are real. */
const MAX_RATIO = 200;
/** Below it, a ratio harms nobody. */
const RATIO_FROM_BYTES = 16 * 1024 * 1024;
const MAX_CONTENT_TYPES_BYTES = 1024 * 1024;

const CONTENT_TYPES = '[Content_Types].xml';
const OFD = 'OFD.xml';
const DOCX_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const XLSX_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const MACROS = /macroEnabled|vbaProject|ms-office\.(?:activeX|vba)/i;
const MACRO_FILE = /(?:^|\/)(?:vbaProject|vbaData)[^/]*$|(?:^|\/)activeX\/|(?:^|\/)macrosheets\//i;
/** Programs that office documents embed, and that run when a reader opens them. */
const PROGRAM_FILE = /\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|sh|lnk)$/i;

/**
 * Reads the directory of an archive, and of its content no more than one small file. Returns the type of the document that it is, or
 * why it is refused.
 */
export async function inspectArchive(
  upload: Pick<StoredUpload, 'read'>,
  bytes: number,
): Promise<MediaType | Refusal> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromRandomAccessReaderPromise(new BlockReader(upload), bytes, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    return await inspect(zip, bytes);
  } catch {
    return refusal(
      'UNREADABLE',
      'The archive cannot be read: it is damaged, or its directory contradicts itself.',
    );
  } finally {
    zip?.close();
  }
}

async function inspect(zip: ZipFile, bytes: number): Promise<MediaType | Refusal> {
  if (zip.entryCount > MAX_ENTRIES) return tooLarge(`more than ${MAX_ENTRIES} files`);
  let unpacked = 0;
  let packed = 0;
  let contentTypes: Entry | null = null;
  let isOfd = false;
  let hasMacros = false;
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName as string;
    if (entry.isEncrypted())
      return refusal('ENCRYPTED', 'The document is encrypted. Save it without a password.');
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (unpacked > MAX_UNPACKED_BYTES) return tooLarge(`more than ${MAX_UNPACKED_BYTES} bytes`);
    // Files that share their bytes unpack to far more than a directory seems to say.
    if (packed > bytes) return refusal('UNREADABLE', 'Files in the archive lie in one another.');
    if (unpacked > RATIO_FROM_BYTES && unpacked > bytes * MAX_RATIO) {
      return tooLarge(`more than ${MAX_RATIO} times its size`);
    }
    // What one reader finds under a name would be something else for another.
    if (names.has(name.toLowerCase()))
      return refusal('UNREADABLE', 'Two files in the archive have one name.');
    names.add(name.toLowerCase());
    if (MACRO_FILE.test(name) || PROGRAM_FILE.test(name)) hasMacros = true;
    if (name === CONTENT_TYPES) contentTypes = entry;
    if (name === OFD) isOfd = true;
  }
  if (hasMacros) return MACROS_REFUSED;
  if (contentTypes) return typeOfOffice(await readText(zip, contentTypes));
  return isOfd ? 'application/ofd' : refusal('TYPE', 'The archive is no document that is taken here.');
}

function typeOfOffice(contentTypes: string): MediaType | Refusal {
  if (MACROS.test(contentTypes)) return MACROS_REFUSED;
  const isWord = contentTypes.includes(DOCX_MAIN);
  const isSheet = contentTypes.includes(XLSX_MAIN);
  if (isWord === isSheet) return refusal('TYPE', 'The archive is no document that is taken here.');
  return isWord
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

/** @throws Error when it is larger than it says, or than any real one */
async function readText(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MAX_CONTENT_TYPES_BYTES) throw new Error(`${CONTENT_TYPES} is too large`);
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const MACROS_REFUSED = refusal(
  'MACROS',
  'The document holds macros or programs. Save it as a document without macros (.docx, .xlsx) or as PDF.',
);

function tooLarge(what: string): Refusal {
  return refusal('ARCHIVE_TOO_LARGE', `The archive unpacks to ${what}.`);
}

function refusal(reason: Refusal['reason'], message: string): Refusal {
  return { reason, message };
}
