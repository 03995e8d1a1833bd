import { isUscc, repairCode } from '@yiwang/codes';

/** What the form sends, as far as it can be verified. */
interface Verifiable {
  /** The text of the credential, or the PDF in base64. */
  content: string;
  holder: string | null;
}

/** What was typed, to be shown again beside what is wrong. Files cannot be. */
interface Typed {
  text: string;
  holder: string;
}

/** Why nothing can be verified; ids of messages. */
type FormError = 'nothing' | 'tooLarge' | 'both' | 'unreadable' | 'wrongHolder';

/** The graph takes 700 KiB of text; base64 has 4 characters for 3 bytes. */
export const MAX_FILE_BYTES = 512 * 1024;
const MAX_TEXT = 700 * 1024;
/** What a form has beside its file. */
const FORM_OVERHEAD = 16 * 1024;

/** Reads the form; a request that says that it is too large is not read at all. */
export async function readForm(
  request: Request,
): Promise<{ typed: Typed } & (Verifiable | { error: FormError })> {
  const nothing = { text: '', holder: '' };
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > MAX_TEXT + FORM_OVERHEAD) return { typed: nothing, error: 'tooLarge' };
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return { typed: nothing, error: 'unreadable' };
  }
  const file = form.get('file');
  const uploaded = file instanceof File && file.size > 0 ? file : null;
  const typed = { text: textOf(form, 'text'), holder: textOf(form, 'holder') };
  const holder = repairCode(typed.holder);
  if (typed.text.length > MAX_TEXT || (uploaded && uploaded.size > MAX_FILE_BYTES)) {
    return { typed: { ...nothing, holder: typed.holder }, error: 'tooLarge' };
  }
  if (uploaded && typed.text !== '') return { typed, error: 'both' };
  if (!uploaded && typed.text === '') return { typed, error: 'nothing' };
  if (holder !== '' && !isUscc(holder)) return { typed, error: 'wrongHolder' };
  return { typed, content: uploaded ? await contentOf(uploaded) : typed.text, holder: holder || null };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Files of credentials are text; all others go as bytes. */
async function contentOf(file: File): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const isText = bytes.subarray(0, 4).toString('latin1') !== '%PDF' && bytes.every((byte) => byte < 128);
  return isText ? bytes.toString('latin1').trim() : bytes.toString('base64');
}
