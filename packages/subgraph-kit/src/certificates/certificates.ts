import {
  type Certificate,
  CertificateError,
  type CertificateState,
  createPageRenderer,
  formatPublishedKeys,
  issueDocument,
  signCredential,
  signStatusList,
  STATUS_LIST_SIZE,
} from '@yiwang/certificates';
import { PublicError } from '@yiwang/errors';
import { and, eq, gte, lt, ne } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LRUCache } from 'lru-cache';
import type { AccessSubject } from '@yiwang/access-log';
import type { Db } from '../database/db.ts';
import type { Caller } from '../trust/caller.ts';
import { issueCertificate, type NewCertificate, setCertificateState } from './certificate-commands.ts';
import { certificatePath, statusListPath } from './certificate-paths.ts';
import type { CertificateSettings } from './certificate-settings.ts';
import type { CertificateRow, CertificateTable } from './certificate-tables.ts';
import { followKeys } from './follow-keys.ts';

/** By what right a caller reads a certificate that is not for everyone. */
export interface CertificateRight {
  /** Whom it is about, for the access log. */
  subjects: readonly AccessSubject[];
  /** Whether it is the caller's own, so that it needs no purpose. */
  isOwn: boolean;
}

/** One kind of certificates of a department. */
export interface KindOptions {
  /** The three digits of the department's own type; see CERTIFICATE_TYPES. */
  digits: string;
  /** The field that leads to it, such as `Permit.certificate`: what is read, in access logs and in grants. */
  coordinate: string;
  /** PUBLIC for records that are open to everyone; otherwise decides whether the caller may read it, null when not. */
  mayRead: 'PUBLIC' | ((caller: Caller, row: CertificateRow) => Promise<CertificateRight | null>);
}

export interface CertificatesOptions {
  /** The department's name in the graph. */
  department: string;
  db: PostgresJsDatabase;
  table: CertificateTable;
  settings: CertificateSettings;
  /** By the department's name for it. */
  kinds: Readonly<Record<string, KindOptions>>;
  now?: () => Date;
  /** Told of keys that cannot be read any longer; those before are used. */
  onError?: (error: unknown) => void;
}

/** The certificates of a department. Routes of its server give them out; see addCertificateRoutes. */
export interface Certificates extends AsyncDisposable {
  readonly kinds: CertificatesOptions['kinds'];
  /** In the transaction that makes the record. */
  issue(tx: Db, certificate: NewCertificate): Promise<CertificateRow>;
  /** In the transaction that changes the record; null when it has no certificate. */
  setState(
    tx: Db,
    record: Pick<NewCertificate, 'kind' | 'record'>,
    state: CertificateState,
    now: Date,
  ): Promise<CertificateRow | null>;
  /** Null when there is none. */
  find(identifier: string): Promise<CertificateRow | null>;
  /** The credential, signed now by the key that signs now. */
  credentialOf(row: CertificateRow): Promise<string>;
  /** The PDF, signed now; kept for the next who reads it. */
  documentOf(row: CertificateRow): Promise<Uint8Array>;
  /** The public keys, as JSON. */
  keySet(): Promise<string>;
  /** Null when there is no such list. */
  statusList(list: number): Promise<string | null>;
}

/** Documents that are kept, of some 130 KB. */
const MAX_DOCUMENTS = 200;
/** Documents that are waited for at the same time; each takes half a second of a processor. */
const MAX_WAITING = 16;
/** A status list is made anew after this time */
const LIST_MS = 1_000;

/**
 * Opens the certificates of a department.
 *
 * @returns null when the settings name no keys: then none are issued
 * @throws CertificateError when keys or settings cannot be used
 */
export async function openCertificates({
  department,
  db,
  table,
  settings,
  kinds,
  now = () => new Date(),
  onError = () => {},
}: CertificatesOptions): Promise<Certificates | null> {
  if (settings.CERTIFICATE_KEYS === '') return null;
  const issuer = settings.CERTIFICATE_ISSUER;
  if (issuer === '')
    throw new CertificateError('CERTIFICATE_ISSUER must be set together with CERTIFICATE_KEYS.');
  const base = settings.CERTIFICATE_BASE_URL;
  const types = new Map(
    settings.CERTIFICATE_TYPES.split(',').map((one) => one.split('=') as [string, string]),
  );
  const keys = await followKeys(settings.CERTIFICATE_KEYS, onError);
  const renderer = createPageRenderer();
  const documents = new LRUCache<string, Promise<Uint8Array>>({ max: MAX_DOCUMENTS });
  let waiting = 0;
  const lists = new LRUCache<number, Promise<string | null>>({ max: 100, ttl: LIST_MS });

  const listAddress = (list: number) => base + statusListPath(department, list);

  function certificateOf({ identifier, kind, content, issuedAt, statusIndex }: CertificateRow): Certificate {
    return {
      ...content,
      identifier,
      kind,
      department,
      issuedAt: new Date(issuedAt).toISOString(),
      status: {
        index: statusIndex % STATUS_LIST_SIZE,
        list: listAddress(Math.floor(statusIndex / STATUS_LIST_SIZE)),
      },
    };
  }

  async function makeList(list: number): Promise<string | null> {
    const first = list * STATUS_LIST_SIZE;
    const within = and(gte(table.statusIndex, first), lt(table.statusIndex, first + STATUS_LIST_SIZE));
    const [any] = await db.select({ index: table.statusIndex }).from(table).where(within).limit(1);
    if (!any) return null;
    const rows = await db
      .select({ index: table.statusIndex, state: table.state })
      .from(table)
      .where(and(within, ne(table.state, 'VALID')));
    const states = new Map(rows.map(({ index, state }) => [index - first, state]));
    const { signing } = await keys.current();
    const uri = listAddress(list);
    return signStatusList({ department, uri, states }, signing, now(), settings.CERTIFICATE_STATUS_SECONDS);
  }

  return {
    kinds,
    issue: (tx, certificate) => {
      const { kind } = certificate;
      const type = types.get(kind) ?? issuer + kinds[kind]!.digits;
      return issueCertificate(tx, table, certificate, type, issuer);
    },
    setState: (tx, record, state, at) => setCertificateState(tx, table, record, state, at),
    async find(identifier) {
      const [row] = await db.select().from(table).where(eq(table.identifier, identifier));
      return row ?? null;
    },
    async credentialOf(row) {
      const { signing } = await keys.current();
      return signCredential(certificateOf(row), null, signing, row.secret);
    },
    async documentOf(row) {
      const { signing } = await keys.current();
      const name = `${row.identifier} ${signing.kid}`;
      const kept = documents.get(name);
      if (kept) return kept;
      if (waiting >= MAX_WAITING) throw tooMany();
      waiting++;
      const address = base + certificatePath(department, row.identifier, 'pdf');
      const made = issueDocument(renderer, certificateOf(row), signing, row.secret, address);
      documents.set(name, made);
      made.catch(() => documents.delete(name)).finally(() => waiting--);
      return made;
    },
    async keySet() {
      return formatPublishedKeys(department, await keys.current());
    },
    statusList(list) {
      const made =
        lists.get(list) ??
        makeList(list).catch((error: unknown) => {
          lists.delete(list);
          throw error;
        });
      lists.set(list, made, { noUpdateTTL: true });
      return made;
    },
    [Symbol.asyncDispose]: () => renderer[Symbol.asyncDispose](),
  };
}

function tooMany(): PublicError {
  return new PublicError(
    'RATE_LIMITED',
    'The department draws as many certificates as it can. Try again in a few seconds.',
    {
      details: { retryAfterSeconds: 5 },
    },
  );
}
