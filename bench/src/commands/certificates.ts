import {
  createKeySet,
  createPageRenderer,
  createSecret,
  issueDocument,
  readCertificateKeys,
  signCredential,
  signStatusList,
} from '../../../packages/certificates/src/index.ts';
import { verifyCertificate, verifyStatusList } from '../../../packages/certificates/src/verify/index.ts';
import { CHECK_ADDRESS, readRealCertificate, STATUS_LIST } from '../certificates/real-certificate.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { median, quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';

const HEAD = ['what', 'per second', 'least–most', 'p50 ms', 'p99 ms', 'CPU ms', 'bytes'];
const DEPARTMENT = 'enterprises';
const LIST_SECONDS = 600;

export interface CertificatesOptions {
  /** Turns of each piece of work. */
  rounds: number;
  /** Length of one turn. */
  seconds: number;
  /** A register of enterprises, as CSV. */
  register: string;
}

/** One piece of work. */
interface Work {
  what: string;
  bytes: number;
  run(): Promise<unknown>;
}

/** Issues and verifies the certificate of one enterprise of a register again and again, one after the other, and prints a row for each. */
export async function measureCertificates({ rounds, seconds, register }: CertificatesOptions): Promise<void> {
  await using renderer = createPageRenderer();
  const works = await worksOf(register, renderer);
  const rates = new Map(works.map((work) => [work, [] as number[]]));
  const times = new Map(works.map((work) => [work, [] as number[]]));
  const cpuMs = new Map(works.map((work) => [work, 0]));
  // The first round warms up; the works interleave, so that a slow moment of the machine meets all of them.
  for (let round = 0; round <= rounds; round += 1) {
    say(`certificates: round ${round} of ${rounds}`);
    for (const work of works) {
      const before = process.cpuUsage();
      const ms = await repeatFor(seconds, work.run);
      if (round === 0) continue;
      const { user, system } = process.cpuUsage(before);
      cpuMs.set(work, cpuMs.get(work)! + (user + system) / 1000);
      rates.get(work)!.push((1000 * ms.length) / ms.reduce((sum, one) => sum + one, 0));
      times.get(work)!.push(...ms);
    }
  }
  const rows = works.map((work) => {
    const ofRounds = rates.get(work)!;
    const ascending = times.get(work)!.toSorted((one, other) => one - other);
    return [
      work.what,
      figure(median(ofRounds)),
      `${figure(Math.min(...ofRounds))}–${figure(Math.max(...ofRounds))}`,
      figure(quantile(ascending, 0.5)),
      figure(quantile(ascending, 0.99)),
      // Of all threads: the page is drawn in one of its own, and other work on the machine does not count.
      figure(cpuMs.get(work)! / ascending.length),
      String(work.bytes),
    ];
  });
  process.stdout.write(
    `### certificates: one business licence, one process, one after the other\n\n${markdownTable(HEAD, rows)}\n\n`,
  );
}

/** @throws Error when what is issued does not verify */
async function worksOf(register: string, renderer: ReturnType<typeof createPageRenderer>): Promise<Work[]> {
  const now = new Date();
  const certificate = await readRealCertificate(register, now);
  const { signing, published } = await readCertificateKeys(JSON.stringify(await createKeySet()));
  const secret = createSecret();
  const address = { department: DEPARTMENT, uri: STATUS_LIST };
  const list = await signStatusList({ ...address, states: new Map() }, signing, now, LIST_SECONDS);
  const issueCredential = () => signCredential(certificate, null, signing, secret);
  const issuePdf = () => issueDocument(renderer, certificate, signing, secret, CHECK_ADDRESS);
  const credential = new TextEncoder().encode(await issueCredential());
  const pdf = await issuePdf();
  // As services do: keys and the list are kept while they count, and each certificate is looked up in the verified list.
  const verifiedList = await verifyStatusList(list, address, published, now);
  const verify = async (content: Uint8Array) => {
    const { verdict, state } = await verifyCertificate(content, {
      keysOf: async () => published,
      statusListOf: async () => verifiedList,
      now: new Date(),
    });
    if (verdict !== 'VALID' || state !== 'VALID')
      throw new Error(`The certificate was found ${verdict}, ${state}.`);
  };
  return [
    { what: 'issue a credential (SD-JWT VC)', bytes: credential.length, run: issueCredential },
    { what: 'issue a PDF: page with fonts and QR code, credential', bytes: pdf.length, run: issuePdf },
    { what: 'verify a credential', bytes: credential.length, run: () => verify(credential) },
    { what: 'verify a PDF', bytes: pdf.length, run: () => verify(pdf) },
  ];
}

/** Runs it again and again. Returns the milliseconds of each time. */
async function repeatFor(seconds: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + 1000 * seconds;
  for (let before = performance.now(); before < end;) {
    await run();
    const after = performance.now();
    times.push(after - before);
    before = after;
  }
  return times;
}
