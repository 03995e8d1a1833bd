import { Worker } from 'node:worker_threads';
import { CertificateError } from '../certificate-error.ts';
import type { Certificate } from '../credential/certificate.ts';
import type { PageRequest } from './page-worker.ts';
import type { RenderedPage } from './render-page.ts';

/** Draws pages in a thread of its own: fonts of 16 MB are read for each, which would hold up whatever else the process does. */
export interface PageRenderer extends AsyncDisposable {
  /** @throws CertificateError when the page cannot be drawn */
  render(certificate: Certificate, checkAddress: string): Promise<RenderedPage>;
}

interface Waiting {
  resolve(page: RenderedPage): void;
  reject(error: Error): void;
}

type Drawn = { id: number } & ({ page: RenderedPage } | { error: string });

/** Starts the thread with the first page, and again when it has ended. It keeps no process alive. */
export function createPageRenderer(): PageRenderer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./page-worker.ts', import.meta.url));
    started.on('message', (drawn: Drawn) => {
      const one = waiting.get(drawn.id);
      waiting.delete(drawn.id);
      if (waiting.size === 0) started.unref();
      if ('page' in drawn) one?.resolve(drawn.page);
      else one?.reject(new CertificateError(`The page cannot be drawn: ${drawn.error}`));
    });
    started.on('error', (error) => end(error.message));
    started.on('exit', () => end('the thread ended'));
    return started;
  }

  function end(why: string): void {
    worker = null;
    for (const one of waiting.values()) one.reject(new CertificateError(`The page cannot be drawn: ${why}`));
    waiting.clear();
  }

  return {
    render: (certificate, checkAddress) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.ref();
        const request: PageRequest = { id: ++last, certificate, checkAddress };
        waiting.set(request.id, { resolve, reject });
        worker.postMessage(request);
      }),
    async [Symbol.asyncDispose]() {
      await worker?.terminate();
    },
  };
}
