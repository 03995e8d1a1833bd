import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** An archive with these files. */
export async function zipOf(files: Record<string, string | Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

const typesOf = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What a document of the office consists of. */
export const DOCX = {
  '[Content_Types].xml': typesOf(`${OFFICE}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<w:document/>',
};
export const XLSX = {
  '[Content_Types].xml': typesOf(`${OFFICE}.spreadsheetml.sheet.main+xml`),
  'xl/workbook.xml': '<workbook/>',
};
export const DOCM = {
  '[Content_Types].xml': typesOf('application/vnd.ms-word.document.macroEnabled.main+xml'),
  'word/document.xml': '<w:document/>',
};
export const OFD = { 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>' };

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1');
const CENTRAL = Buffer.from('PK\u0001\u0002', 'latin1');
const END = Buffer.from('PK\u0005\u0006', 'latin1');

/** The same archive, whose first file says that it is encrypted. */
export function encrypted(zip: Buffer): Buffer {
  const changed = Buffer.from(zip);
  changed[changed.indexOf(LOCAL) + 6]! |= 1;
  changed[changed.indexOf(CENTRAL) + 8]! |= 1;
  return changed;
}

/** An archive of one file, whose directory lists its bytes under several names of one letter. */
export function overlapping(zip: Buffer, names: string): Buffer {
  const start = zip.indexOf(CENTRAL);
  const end = zip.indexOf(END);
  const entry = zip.subarray(start, end);
  const entries = [...names].map((name) => {
    const copy = Buffer.from(entry);
    copy.write(name, 46, 'latin1');
    return copy;
  });
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(names.length, 8);
  tail.writeUInt16LE(names.length, 10);
  tail.writeUInt32LE(entry.length * names.length, 12);
  return Buffer.concat([zip.subarray(0, start), ...entries, tail]);
}
