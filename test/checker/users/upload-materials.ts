import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BYTES, type FileAnswer, TUS, Uploader } from '../../materials/support/uploads.ts';
import { type Answer, ask, requests } from './ask.ts';
import { startCase } from './steps.ts';
import { sendStep, type User } from './send-step.ts';
import { type Matter, type Shift, think } from './users.ts';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 300;
const MIN_BYTES = 20_000;
const MAX_BYTES = 400_000;
const HEAD = Buffer.from('%PDF-1.7\n');
const BEGIN = `mutation ($number: ID!, $bytes: Int!, $key: ID!) {
  uploadCaseMaterial(number: $number, name: "plan.pdf", bytes: $bytes, idempotencyKey: $key) { upload { id path } userErrors { code } } }`;

interface Upload {
  id: string;
  path: string;
}

/** Sends files for a draft, goes on where the upload stands when that fails, and notes which files were received whole. */
export async function runUploader(user: User, matters: readonly Matter[], shift: Shift): Promise<void> {
  const { random, diary } = user;
  let draft: string | null = null;
  while (await think(random, shift)) {
    draft ??= await beginDraft(user, random.pick(matters), shift);
    if (draft === null) continue;
    const content = Buffer.concat([HEAD, randomBytes(MIN_BYTES + random.below(MAX_BYTES - MIN_BYTES))]);
    const upload = await beginUpload(user, draft, content.length, shift);
    if (!upload) continue;
    const isReceived = await sendAll(user, upload, content, shift);
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (isReceived) diary.addMaterial({ id: upload.id, sha256 });
  }
}

async function beginDraft(
  user: User,
  { item, applicant }: Matter,
  { giveUp }: Shift,
): Promise<string | null> {
  const outcome = await sendStep(user, { command: startCase({ item, applicant }), seen: null }, giveUp);
  return outcome.told === 'TAKEN' ? outcome.number : null;
}

/** Asks until there is an answer, always with one key. Null when the department refuses, or the user gives up. */
async function beginUpload(
  { url, headers, diary }: User,
  number: string,
  bytes: number,
  { giveUp }: Shift,
): Promise<Upload | null> {
  const variables = { number, bytes, key: randomUUID() };
  while (!giveUp.aborted) {
    const answer = await ask({ url, headers, query: BEGIN, variables, patienceMs: PATIENCE_MS });
    diary.addTroubles(answer?.codes ?? ['NO_ANSWER']);
    const told = answer?.data?.['uploadCaseMaterial'] as { upload: Upload | null } | null | undefined;
    if (told) return told.upload;
    await sleep(PAUSE_MS);
  }
  return null;
}

/** Sends what is missing until all has been received. False when the user gives up before. */
async function sendAll(user: User, { path }: Upload, content: Buffer, { giveUp }: Shift): Promise<boolean> {
  let offset: number | null = 0;
  while (!giveUp.aborted) {
    const answer: UploadAnswer | null =
      offset === null
        ? await call(user, 'HEAD', path)
        : await call(user, 'PATCH', path, { body: content.subarray(offset), offset });
    user.diary.addTroubles(answer?.codes ?? ['NO_ANSWER']);
    offset = answer?.offset ?? null;
    if (offset === content.length) return true;
    if (offset === null) await sleep(PAUSE_MS);
  }
  return false;
}

interface UploadAnswer extends Answer {
  /** Where the upload stands; null in an error. */
  offset: number | null;
}

/** Sends one request for a file; null when no answer came. */
function call(
  { url, headers }: User,
  method: string,
  path: string,
  bytes?: { body: Buffer; offset: number },
): Promise<UploadAnswer | null> {
  const uploader = new Uploader({ url: new URL(url).origin }, null, { ...headers });
  const sent = bytes ? { ...BYTES, 'upload-offset': String(bytes.offset) } : TUS;
  return requests.tracePromise(
    async () => {
      const answer = await uploader
        .call(method, path, sent, bytes?.body, AbortSignal.timeout(PATIENCE_MS))
        .catch(() => null); // refused, cut off or too late
      return (
        answer && {
          request: answer.headers.get('x-request-id') ?? '',
          data: null,
          codes: codesOf(answer),
          offset: answer.status < 300 ? Number(answer.headers.get('upload-offset')) : null,
        }
      );
    },
    { sentAt: Date.now(), patienceMs: PATIENCE_MS },
  );
}

/** None of an error without a body, such as that of HEAD. */
function codesOf({ status, code = 'NONE', body }: FileAnswer): string[] {
  return status < 300 || body.length === 0 ? [] : [code];
}
