import { parentPort } from 'node:worker_threads';
import type { Certificate } from '../credential/certificate.ts';
import { renderPage } from './render-page.ts';

/** What a thread is asked to draw. */
export interface PageRequest {
  id: number;
  certificate: Certificate;
  checkAddress: string;
}

parentPort!.on('message', ({ id, certificate, checkAddress }: PageRequest) => {
  renderPage(certificate, checkAddress).then(
    (page) => parentPort!.postMessage({ id, page }),
    (error: Error) => parentPort!.postMessage({ id, error: error.message }),
  );
});
