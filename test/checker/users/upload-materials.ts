import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, ask, requests } from './ask.ts';
import { startCase } from './steps.ts';
import { sendStep, type User } from './send-step.ts';
import { type Matter, type Shift, think } from './users.ts';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 300;
const MIN_BYTES = 20_000;
const MAX_BYTES = 400_000;
const HEAD = Buffer.from('%PDF-1.7\n');
const TUS = { 'tus-resumable': '1.0.0' };
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
    const answer: FileAnswer | null =
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

interface FileAnswer extends Answer {
  /** Where the upload stands; null in an error. */
  offset: number | null;
}

/** Sends one request for a file; null when no answer came. */
function call(
  { url, headers }: User,
  method: string,
  path: string,
  bytes?: { body: Buffer; offset: number },
): Promise<FileAnswer | null> {
  return requests.tracePromise(
    async () => {
      try {
        const response = await fetch(new URL(path, url), {
          method,
          headers: {
            ...headers,
            ...TUS,
            ...(bytes && {
              'content-type': 'application/offset+octet-stream',
              'upload-offset': String(bytes.offset),
            }),
          },
          ...(bytes && { body: new Uint8Array(bytes.body) }),
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        const text = await response.text();
        const { errors = [] } = (response.ok || text === '' ? {} : JSON.parse(text)) as {
          errors?: { extensions: { code: string } }[];
        };
        return {
          request: response.headers.get('x-request-id') ?? '',
          data: null,
          codes: errors.map(({ extensions }) => extensions.code),
          offset: response.ok ? Number(response.headers.get('upload-offset')) : null,
        };
      } catch {
        return null; // refused, cut off or too late
      }
    },
    { sentAt: Date.now(), patienceMs: PATIENCE_MS },
  );
}
