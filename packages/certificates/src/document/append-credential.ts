/** How a PDF is read here: each byte is a character. */
const LATIN1 = 'latin1';

/** The end of a page as the renderer writes it. */
const TRAILER =
  /trailer\n<<\n\/Size (\d+)\n\/Root (\d+ 0 R)\n\/Info (\d+ 0 R)\n\/ID (\[<[0-9a-f]+> <[0-9a-f]+>\])\n>>\nstartxref\n(\d+)\n%%EOF\n$/;
const TRAILER_BYTES = 1000;

/**
 * Adds a credential to a page by an incremental update: one object, which the page's list of attachments names already. The page's own
 * bytes stay as they are, so that its digest can stand in the credential.
 *
 * @param object the number of the object that the page left for it
 * @returns null when the page is none that {@link renderPage} made
 */
export function appendCredential(
  page: Uint8Array,
  object: number,
  credential: string,
): Uint8Array<ArrayBuffer> | null {
  const end = new TextDecoder(LATIN1).decode(page.subarray(Math.max(0, page.length - TRAILER_BYTES)));
  const [, size, root, info, id, previous] = TRAILER.exec(end) ?? [];
  if (size === undefined || object >= Number(size)) return null;
  const attached = `${headOf(object, credential.length)}${credential}\nendstream\nendobj\n`;
  const update = [
    attached,
    `xref\n${object} 1\n${String(page.length).padStart(10, '0')} 00000 n \n`,
    `trailer\n<<\n/Size ${size}\n/Root ${root}\n/Info ${info}\n/ID ${id}\n/Prev ${previous}\n>>\n`,
    `startxref\n${page.length + attached.length}\n%%EOF\n`,
  ].join('');
  const bytes = new Uint8Array(page.length + update.length);
  bytes.set(page);
  bytes.set(new TextEncoder().encode(update), page.length);
  return bytes;
}

/** The beginning of the object that holds a credential. */
function headOf(object: number, length: number): string {
  return `${object} 0 obj\n<<\n/Type /EmbeddedFile\n/Subtype /application#2Fdc+sd-jwt\n/Params << /Size ${length} >>\n/Length ${length}\n>>\nstream\n`;
}

const ATTACHED =
  /\d+ 0 obj\n<<\n\/Type \/EmbeddedFile\n\/Subtype \/application#2Fdc\+sd-jwt\n\/Params << \/Size \d+ >>\n\/Length \d+\n>>\nstream\n([\w.~-]+)\nendstream\nendobj\nxref\n/g;
/** A credential and what stands behind it are smaller. */
const UPDATE_BYTES = 65_536;

/** Finds the text of the credential in a PDF. Null when it has none at its end. */
export function findCredential(pdf: Uint8Array): string | null {
  const end = new TextDecoder(LATIN1).decode(pdf.subarray(Math.max(0, pdf.length - UPDATE_BYTES)));
  return [...end.matchAll(ATTACHED)].at(-1)?.[1] ?? null;
}

/** Whether bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder(LATIN1).decode(bytes.subarray(0, 5)) === '%PDF-';
}
