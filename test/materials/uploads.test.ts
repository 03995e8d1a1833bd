import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCX, zipOf } from '../../packages/subgraph-kit/test/support/archives.ts';
import { type PaperSystem, startPaperSystem } from './support/paper-system.ts';
import { BYTES, PURPOSE, TUS, Uploader } from './support/uploads.ts';

const MIB = 1024 * 1024;

let system: PaperSystem;
let wang: Uploader;
let li: Uploader;
let official: Uploader;
beforeAll(async () => {
  system = await startPaperSystem({ department: { MATERIAL_BYTES: String(120 * MIB) } });
  wang = new Uploader(system, await system.token('wang'));
  li = new Uploader(system, await system.token('li'));
  official = new Uploader(system, await system.token('zhao', { department: 'papers' }));
});
afterAll(() => system[Symbol.asyncDispose]());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n');
const pdfOf = (bytes: number) => Buffer.concat([PDF, randomBytes(bytes - PDF.length)]);
const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const idOf = (path: string) => path.split('/').at(-1)!;

async function papersOf(owner: string): Promise<Record<string, unknown>[]> {
  const query = 'query ($owner: ID!) { papers(owner: $owner) { id sha256 bytes mediaType name uploadedBy } }';
  return (await wang.ask(query, { owner }))['papers'] as Record<string, unknown>[];
}

async function contentsOf(): Promise<string[]> {
  const entries = await readdir(join(system.folder, 'sha256'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** Resident memory of a process, in MiB. */
function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

describe('an upload', () => {
  test('goes through the gateway, and is read back by who has sent it', async () => {
    const content = pdfOf(100_000);
    const id = await wang.upload(content, { name: '营业执照.pdf', owner: 'P7' });
    expect(await papersOf('P7')).toEqual([
      {
        id,
        sha256: digest(content),
        bytes: content.length,
        mediaType: 'application/pdf',
        name: '营业执照.pdf',
        uploadedBy: 'user:wang',
      },
    ]);
    const { status, headers, body } = await wang.download(id);
    expect(status).toBe(200);
    expect(body.equals(content)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="????.pdf"; filename*=UTF-8''${encodeURIComponent('营业执照.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(headers.get('yiwang-read')).toBeNull();
    expect(headers.get('x-request-id')).not.toBeNull();
  });

  test('of 120 MiB takes little memory of gateway and department, however fast it comes', async () => {
    // Loads what is loaded with the first file.
    await wang.upload(pdfOf(5 * MIB));
    const content = pdfOf(120 * MIB);
    const path = await wang.begin(content.length, { owner: 'P50' });
    const pids = [system.gateway.child.pid!, system.department.pid!];
    const before = pids.map(memoryOf);
    const most = [...before];
    const watching = setInterval(() => {
      for (const [index, pid] of pids.entries()) most[index] = Math.max(most[index]!, memoryOf(pid));
    }, 10);
    const { status } = await wang.send(path, 0, content);
    clearInterval(watching);
    expect(status).toBe(204);
    const grown = most.map((value, index) => Math.round(value - before[index]!));
    process.stdout.write(`gateway and department grew by ${grown.join(' and ')} MiB for 120 MiB\n`);
    for (const mib of grown) expect(mib).toBeLessThan(80);
    expect((await papersOf('P50'))[0]).toMatchObject({ sha256: digest(content) });
    const { body } = await wang.download(idOf(path));
    expect(digest(body)).toBe(digest(content));
  });

  test('that is broken off at any byte goes on where it stands', async () => {
    const content = pdfOf(12 * MIB);
    const path = await wang.begin(content.length, { owner: 'P-cut' });
    let offset = 0;
    let cuts = 0;
    while (offset < content.length) {
      const rest = content.subarray(offset);
      if (cuts < 6) {
        const cutAfter = Math.floor((Math.random() * rest.length) / 3);
        await wang.sendPart(path, offset, rest, cutAfter);
        cuts++;
      } else {
        const answer = await wang.send(path, offset, rest);
        // Where it stands, only its next answer tells, when the request before is not yet over.
        expect([204, 409, 423]).toContain(answer.status);
      }
      await delay(100);
      const before = offset;
      offset = await wang.offsetOf(path);
      expect(offset).toBeGreaterThanOrEqual(before);
    }
    expect(await papersOf('P-cut')).toMatchObject([{ sha256: digest(content), bytes: content.length }]);
  });

  test('goes on after the department was killed in the middle of it', async () => {
    const content = pdfOf(10 * MIB);
    const path = await wang.begin(content.length, { owner: 'P-kill' });
    const sending = wang.sendPart(path, 0, content, 7 * MIB + 1234);
    await expect.poll(() => wang.offsetOf(path)).toBeGreaterThan(0);
    await system.kill();
    await sending;
    await system.start();
    const offset = await wang.offsetOf(path);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(content.length);
    // Nobody gives back the lease of a process that is gone; it runs out.
    await expect.poll(async () => (await wang.send(path, offset, content.subarray(offset))).status).toBe(204);
    expect(await papersOf('P-kill')).toMatchObject([{ sha256: digest(content), bytes: content.length }]);
  });

  test('does not hold up a department or a gateway that ends', async () => {
    await using other = await startPaperSystem();
    const person = new Uploader(other, await other.token('wang'));
    const content = pdfOf(6 * MIB);
    const sent = 5 * MIB;
    const path = await person.begin(content.length);
    const endless = () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(content.subarray(0, sent))),
      });
      const headers = { ...person.headers, ...BYTES, 'upload-offset': '0' };
      const init = { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit;
      return fetch(other.url + path, init).catch(() => null);
    };
    const first = endless();
    // Bytes are on their way, and some are stored.
    await expect.poll(() => person.offsetOf(path)).toBeGreaterThan(0);
    await other.stop();
    expect((await first)?.status).not.toBe(204);
    await other.start();
    const offset = await person.offsetOf(path);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(sent);
    const rest = new ReadableStream<Uint8Array>({});
    const headers = { ...person.headers, ...BYTES, 'upload-offset': String(offset) };
    const second = fetch(other.url + path, {
      method: 'PATCH',
      headers,
      body: rest,
      duplex: 'half',
    } as RequestInit);
    second.catch(() => {});
    await delay(500);
    expect(await other.gateway.stop()).toBe(0);
  });

  test('that takes longer than a request may is not cut off', async () => {
    await using slow = await startPaperSystem({ gateway: { REQUEST_TIMEOUT_MS: '500' } });
    const person = new Uploader(slow, await slow.token('wang'));
    const content = pdfOf(60_000);
    const path = await person.begin(content.length);
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (let at = 0; at < content.length; at += 20_000) {
          controller.enqueue(new Uint8Array(content.subarray(at, at + 20_000)));
          await delay(600);
        }
        controller.close();
      },
    });
    const headers = { ...person.headers, ...BYTES, 'upload-offset': '0' };
    const init = { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit;
    expect((await fetch(slow.url + path, init)).status).toBe(204);
  });

  test('that falls silent is cut off, and keeps what has come', async () => {
    await using silent = await startPaperSystem({ gateway: { FILE_IDLE_MS: '300' } });
    const person = new Uploader(silent, await silent.token('wang'));
    const content = pdfOf(50_000);
    const path = await person.begin(content.length);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(content.subarray(0, 20_000))),
    });
    const headers = { ...person.headers, ...BYTES, 'upload-offset': '0' };
    const init = { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit;
    await expect(fetch(silent.url + path, init)).rejects.toThrow();
    await expect.poll(() => person.offsetOf(path)).toBe(20_000);
  });

  test('takes bytes only where it stands, from one request at a time', async () => {
    const content = pdfOf(6 * MIB);
    const path = await wang.begin(content.length, { owner: 'P-two' });
    for (const offset of [1, content.length, 2 ** 40]) {
      expect(await wang.send(path, offset, PDF)).toMatchObject({ status: 409, code: 'UPLOAD_CONFLICT' });
    }
    expect(await wang.call('PATCH', path, { ...BYTES, 'upload-offset': '-1' }, PDF)).toMatchObject({
      status: 400,
    });
    expect(await wang.call('PATCH', path, BYTES, PDF)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const both = await Promise.all([wang.send(path, 0, content), wang.send(path, 0, content)]);
    const statuses = both.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(204);
    expect([409, 423]).toContain(statuses[1]);
    expect(await papersOf('P-two')).toMatchObject([{ sha256: digest(content), bytes: content.length }]);
  });

  test('of more than was announced, or than is allowed, is refused, and nothing of it becomes a paper', async () => {
    const path = await wang.begin(1000, { owner: 'P-more' });
    expect(await wang.send(path, 0, pdfOf(1001))).toMatchObject({ status: 413, code: 'REQUEST_TOO_LARGE' });
    const chunked = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(pdfOf(5000)));
        controller.close();
      },
    });
    const headers = { ...wang.headers, ...BYTES, 'upload-offset': '0' };
    const init = { method: 'PATCH', headers, body: chunked, duplex: 'half' } as RequestInit;
    expect((await fetch(system.url + path, init)).status).toBe(413);
    expect(await wang.offsetOf(path)).toBe(0);
    expect(await papersOf('P-more')).toEqual([]);
    expect(await wang.begin(120 * MIB + 1)).toBe('rejected: MATERIAL_TOO_LARGE');
    expect(await wang.begin(0)).toBe('rejected: MATERIAL_EMPTY');
    expect(await wang.begin(1.5)).toBe('rejected: MATERIAL_TOO_LARGE');
  });

  test('that is not what is taken is refused with the reason, whatever its name says', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    const page = await wang.begin(html.length, { name: 'a.pdf', owner: 'P-type' });
    expect(await wang.send(page, 0, html)).toMatchObject({
      status: 422,
      code: 'MATERIAL_REFUSED',
      reason: 'TYPE',
    });
    const bomb = await zipOf({ ...DOCX, 'word/media/a.bin': Buffer.alloc(64 * MIB) });
    const path = await wang.begin(bomb.length, { name: 'a.docx', owner: 'P-type' });
    expect(await wang.send(path, 0, bomb)).toMatchObject({ status: 422, reason: 'ARCHIVE_TOO_LARGE' });
    const pdf = pdfOf(1000);
    const image = await wang.begin(pdf.length, { owner: 'P-type', mediaTypes: ['image/png'] });
    expect(await wang.send(image, 0, pdf)).toMatchObject({ status: 422, reason: 'TYPE' });
    expect(await papersOf('P-type')).toEqual([]);
    expect(await contentsOf()).not.toContain(digest(html));
  });

  test('keeps a name with a script or a path as a text', async () => {
    await wang.upload(pdfOf(1000), { owner: 'P-name', name: '../../etc/<script>.pdf' });
    const [{ name, id }] = (await papersOf('P-name')) as [{ name: string; id: string }];
    expect(name).toBe('<script>.pdf');
    expect((await wang.download(id)).headers.get('content-disposition')).toBe(
      'attachment; filename="<script>.pdf"',
    );
  });

  test('of somebody else, or that does not exist, is not there', async () => {
    const path = await wang.begin(1000, { owner: 'P-other' });
    const absent = path.replace(idOf(path), '00000000-0000-4000-8000-000000000000');
    const asked = async (of: string) => {
      const { status, body } = await li.send(of, 0, pdfOf(1000));
      const deleted = await li.call('DELETE', of, TUS);
      const head = await li.call('HEAD', of, TUS);
      return [status, body.toString(), deleted.status, deleted.body.toString(), head.status];
    };
    const foreign = await asked(path);
    expect(foreign).toEqual(await asked(absent));
    expect(foreign[0]).toBe(404);
    expect(await wang.offsetOf(path)).toBe(0);
  });

  test('needs a token, and a header that no web page sends unasked', async () => {
    const path = await wang.begin(1000);
    const nobody = new Uploader(system, null);
    expect(await nobody.send(path, 0, pdfOf(1000))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    const forged = new Uploader(system, 'a.b.c');
    expect(await forged.send(path, 0, pdfOf(1000))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await wang.call('HEAD', path, {})).toMatchObject({ status: 400 });
    const id = await wang.upload(pdfOf(1000));
    expect(await wang.call('GET', `/departments/papers/files/materials/${id}`, {})).toMatchObject({
      status: 400,
      code: 'PREFLIGHT_REQUIRED',
    });
  });

  test('that has expired takes no more bytes', async () => {
    const path = await wang.begin(1000, { owner: 'P-late' });
    await system.database
      .sql`update material_uploads set expires_at = now() - interval '1 second' where id = ${idOf(path)}`;
    expect(await wang.send(path, 0, pdfOf(1000))).toMatchObject({ status: 410, code: 'UPLOAD_EXPIRED' });
    expect(await wang.call('HEAD', path, TUS)).toMatchObject({ status: 410 });
  });

  test('is given up by who has begun it, with its bytes', async () => {
    const content = pdfOf(3 * MIB);
    const path = await wang.begin(content.length);
    await wang.sendPart(path, 0, content, MIB);
    await expect.poll(() => wang.offsetOf(path)).toBeGreaterThan(0);
    await expect.poll(async () => (await wang.call('DELETE', path, TUS)).status).toBe(204);
    expect((await wang.call('HEAD', path, TUS)).status).toBe(404);
    expect(await readdir(join(system.folder, 'uploads'))).not.toContain(idOf(path));
  });
});

describe('a path of files', () => {
  test('of no department, or that leads elsewhere, is not there', async () => {
    for (const path of [
      '/departments/tax/files/materials/x',
      '/departments/papers/files/',
      '/departments/papers/files/../graphql',
      '/departments/papers/files/%2e%2e/graphql',
      '/departments/papers/files/a%2f..%2f..%2fgraphql',
      '/departments/papers/files/.hidden',
      `/departments/papers/files/${'a/'.repeat(20)}a`,
    ]) {
      expect((await wang.call('GET', path, { 'tus-resumable': '1.0.0' })).status, path).toBe(404);
    }
    const wrong = await wang.call('PUT', '/departments/papers/files/materials/x', BYTES, PDF);
    expect(wrong).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, PATCH, DELETE');
  });

  test('at the department itself answers nobody but a gateway', async () => {
    const id = await wang.upload(pdfOf(1000));
    const response = await fetch(`${system.departmentUrl}/files/materials/${id}`, { headers: wang.headers });
    expect(response.status).toBe(401);
  });

  test('of a department that is down says so', async () => {
    const path = await wang.begin(1000);
    await system.kill();
    expect(await wang.send(path, 0, pdfOf(1000))).toMatchObject({
      status: 503,
      code: 'DEPARTMENT_UNAVAILABLE',
    });
    await system.start();
    expect(await wang.offsetOf(path)).toBe(0);
  });
});

describe('a download', () => {
  const reads = async (whose: 'gateway' | 'department', id: string) =>
    (await system.logOf(whose)).filter(({ subjects }) =>
      (subjects as { key: string }[]).some(({ key }) => key === id),
    );

  test('is in the log of department and gateway, as one of its own or with its purpose', async () => {
    const id = await wang.upload(pdfOf(1000), { owner: 'P-log' });
    expect((await wang.download(id)).status).toBe(200);
    expect((await official.download(id, PURPOSE)).status).toBe(200);
    const own = {
      user: 'wang',
      fields: ['Material.content'],
      grants: ['own'],
      purpose: null,
      outcome: 'COMPLETE',
    };
    const others = { user: 'zhao', department: 'papers', grants: [], purpose: { caseNumber: 'P-1' } };
    const ofDepartment = await reads('department', 'P-log');
    expect(ofDepartment).toMatchObject([own, others]);
    const ofGateway = await reads('gateway', 'P-log');
    expect(ofGateway).toMatchObject([own, others]);
    // So an audit finds each read of the department in the log of the gateway.
    for (const [index, { assertion }] of ofDepartment.entries()) {
      expect(assertion).toBe(`${ofGateway[index]!['assertion'] as string}.1`);
    }
  });

  test('that is refused looks like one of nothing, and is in no log', async () => {
    const id = await wang.upload(pdfOf(1000), { owner: 'P-refused' });
    const foreign = await li.download(id);
    const absent = await li.download('00000000-0000-4000-8000-000000000000');
    expect([foreign.status, foreign.body.toString()]).toEqual([absent.status, absent.body.toString()]);
    expect(foreign.status).toBe(404);
    expect(await official.download(id)).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    expect(await new Uploader(system, null).download(id)).toMatchObject({ status: 401 });
    expect(await reads('department', 'P-refused')).toEqual([]);
    expect(await reads('gateway', 'P-refused')).toEqual([]);
  });

  test('gives the range that is asked for', async () => {
    const content = pdfOf(10_000);
    const id = await wang.upload(content);
    const part = await wang.download(id, { range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 100-199/10000');
    expect(part.body.equals(content.subarray(100, 200))).toBe(true);
    expect((await wang.download(id, { range: 'bytes=-5' })).body.equals(content.subarray(-5))).toBe(true);
    const beyond = await wang.download(id, { range: 'bytes=10000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10000']);
    expect((await wang.download(id, { range: 'bytes=0-1,5-6' })).body.length).toBe(content.length);
  });
});

test('the same content is stored once, and removed with the last paper of it', async () => {
  const content = pdfOf(20_000);
  const first = await wang.upload(content, { owner: 'P-same-1' });
  const second = await li.upload(content, { owner: 'P-same-2' });
  const stored = async () => (await contentsOf()).filter((name) => name === digest(content)).length;
  expect(await stored()).toBe(1);
  const remove = (unusedOwner: string) =>
    wang.ask('mutation ($unusedOwner: ID) { removeUnused(unusedOwner: $unusedOwner, hoursLater: 25) }', {
      unusedOwner,
    });
  await remove('P-same-1');
  expect((await wang.download(first)).status).toBe(404);
  expect((await li.download(second)).body.equals(content)).toBe(true);
  expect((await remove('P-same-2'))['removeUnused']).toEqual([expect.any(Number), 1, 1, content.length]);
  expect(await stored()).toBe(0);
  expect((await remove('P-same-2'))['removeUnused']).toEqual([0, 0, 0, 0]);
});
