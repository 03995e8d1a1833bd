import { request } from 'node:http';
import type { PaperSystem } from './paper-system.ts';

export const TUS = { 'tus-resumable': '1.0.0' };
export const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream' };
export const PURPOSE = {
  'purpose-basis': encodeURIComponent('行政许可法 第三十四条'),
  'purpose-case': 'P-1',
  'purpose-requester': 'li',
};

export interface FileAnswer {
  status: number;
  headers: Headers;
  body: Buffer;
  code: string | undefined;
  reason: string | undefined;
  message: string | undefined;
}

/** What a client of the gateway does with papers, as one person. */
export class Uploader {
  readonly #system: Pick<PaperSystem, 'url'>;
  readonly headers: Record<string, string>;

  /** @param more headers of each request */
  constructor(system: Pick<PaperSystem, 'url'>, token: string | null, more: Record<string, string> = {}) {
    this.#system = system;
    this.headers = { ...(token && { authorization: `Bearer ${token}` }), ...more };
  }

  async ask(query: string, variables: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#system.url}/graphql`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Begins an upload; returns its path. */
  async begin(
    bytes: number,
    { name = 'a.pdf', owner = 'P1', mediaTypes }: BeginOptions = {},
  ): Promise<string> {
    const { uploadPaper } = (await this.ask(
      `mutation ($owner: ID!, $name: String!, $bytes: Float!, $mediaTypes: [String!]) {
        uploadPaper(owner: $owner, name: $name, bytes: $bytes, mediaTypes: $mediaTypes) { upload { path } userErrors { code } } }`,
      { owner, name, bytes, mediaTypes },
    )) as { uploadPaper: { upload: { path: string } | null; userErrors: { code: string }[] } };
    return uploadPaper.upload?.path ?? `rejected: ${uploadPaper.userErrors[0]!.code}`;
  }

  send(path: string, offset: number, body: Buffer): Promise<FileAnswer> {
    return this.call('PATCH', path, { ...BYTES, 'upload-offset': String(offset) }, body);
  }

  /** Sends all of a file at once; returns the id of the material. */
  async upload(content: Buffer, options?: BeginOptions): Promise<string> {
    const path = await this.begin(content.length, options);
    const { status, message } = await this.send(path, 0, content);
    if (status !== 204) throw new Error(`${status} ${message}`);
    return path.split('/').at(-1)!;
  }

  async offsetOf(path: string): Promise<number> {
    const { status, headers } = await this.call('HEAD', path, TUS);
    if (status !== 200) throw new Error(`HEAD answered ${status}`);
    return Number(headers.get('upload-offset'));
  }

  download(id: string, headers: Record<string, string> = {}): Promise<FileAnswer> {
    return this.call('GET', `/departments/papers/files/materials/${id}`, {
      'graphql-require-preflight': '1',
      ...headers,
    });
  }

  async call(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: Buffer,
    signal?: AbortSignal,
  ): Promise<FileAnswer> {
    const response = await fetch(this.#system.url + path, {
      method,
      headers: { ...this.headers, ...headers },
      ...(body && { body: new Uint8Array(body) }),
      ...(signal && { signal }),
    });
    const received = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const { errors } = (isJson && received.length > 0 ? JSON.parse(received.toString()) : {}) as {
      errors?: { message: string; extensions: { code: string; reason?: string } }[];
    };
    const { status } = response;
    const error = errors?.[0];
    return {
      status,
      headers: response.headers,
      body: received,
      code: error?.extensions.code,
      reason: error?.extensions.reason,
      message: error?.message,
    };
  }

  /** Sends bytes and breaks the connection after some of them. */
  sendPart(path: string, offset: number, body: Buffer, cutAfter: number): Promise<void> {
    return new Promise((resolve) => {
      const sending = request(this.#system.url + path, {
        method: 'PATCH',
        headers: {
          ...this.headers,
          ...BYTES,
          'upload-offset': String(offset),
          'content-length': String(body.length),
        },
      });
      sending.on('error', () => {});
      sending.on('close', () => resolve());
      sending.write(body.subarray(0, cutAfter), () => setTimeout(() => sending.destroy(), 50));
    });
  }
}

interface BeginOptions {
  name?: string;
  owner?: string;
  mediaTypes?: string[];
}
