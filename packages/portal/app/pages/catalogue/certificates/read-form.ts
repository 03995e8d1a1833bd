import { foldWidth, isUscc, repairCode } from '@yiwang/codes';

/** What the form sends, as far as it can be verified. */
export interface Verifiable {
  /** The text of the credential, or the PDF in base64. */
  content: string;
  holder: string | null;
}

/** Why nothing can be verified; ids of messages. */
export type FormError = 'nothing' | 'tooLarge' | 'both' | 'unreadable' | 'wrongHolder';

/** The graph takes 700 KiB of text; base64 has 4 characters for 3 bytes. */
export const MAX_FILE_BYTES = 512 * 1024;
const MAX_TEXT = 700 * 1024;
/** What a form has beside its file. */
const FORM_OVERHEAD = 16 * 1024;

/** Reads the form; a request that says that it is too large is not read at all. */
export async function readForm(request: Request): Promise<Verifiable | { error: FormError }> {
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > MAX_TEXT + FORM_OVERHEAD) return { error: 'tooLarge' };
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return { error: 'unreadable' };
  }
  const file = form.get('file');
  const text = form.get('text');
  const pasted = typeof text === 'string' ? text.trim() : '';
  const uploaded = file instanceof File && file.size > 0 ? file : null;
  const typed = form.get('holder');
  const holder = typeof typed === 'string' ? repairCode(foldWidth(typed)) : '';
  if (holder !== '' && !isUscc(holder)) return { error: 'wrongHolder' };
  if (uploaded && pasted !== '') return { error: 'both' };
  if (!uploaded && pasted === '') return { error: 'nothing' };
  if (pasted.length > MAX_TEXT || (uploaded && uploaded.size > MAX_FILE_BYTES)) return { error: 'tooLarge' };
  const content = uploaded ? await contentOf(uploaded) : pasted;
  return { content, holder: holder || null };
}

/** Files of credentials are text; all others go as bytes. */
async function contentOf(file: File): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const isText = bytes.subarray(0, 4).toString('latin1') !== '%PDF' && bytes.every((byte) => byte < 128);
  return isText ? bytes.toString('latin1').trim() : bytes.toString('base64');
}
