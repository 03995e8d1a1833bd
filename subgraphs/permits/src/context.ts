import { type Caller, type Channel, createChannel } from '@yiwang/subgraph-kit';
import { CASE_CHANGED, createFiledCases, openCaseOffice } from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { AllowedAddresses } from '@yiwang/subgraph-kit/network';
import type { Materials } from '@yiwang/subgraph-kit/materials';
import { repeat } from '@yiwang/subgraph-kit/outbox';
import {
  createFormPrefill,
  createGatewayClient,
  type GatewayClient,
  reportDispute,
} from '@yiwang/subgraph-kit/prefill';
import { addUpMonths, TOTALS_MS } from '@yiwang/subgraph-kit/totals';
import { createWebhookCommands, startWebhookSender } from '@yiwang/subgraph-kit/webhooks';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type CaseCommands, type CaseOptions, createCommands } from './cases/case-commands.ts';
import { createReadForm } from './cases/case-form.ts';
import { createFollowInbox, type FollowInbox } from './cases/inbox-events.ts';
import { createCertifyPermit } from './certificates/permit-certificates.ts';
import { createPermitCommands, type PermitCommands } from './certificates/permit-commands.ts';
import type { PermitsConfig } from './config.ts';
import { NAME } from './department.ts';
import { createItemCommands, type ItemCommands } from './items/versions/item-commands.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { createMaterialCommands } from './materials/material-commands.ts';
import { UNUSED_MATERIALS } from './materials/open-case-materials.ts';
import { createEntitlements, type Entitlements } from './offers/compile-entitlement.ts';
import { createLookAgain, FEEDS, followChanges } from './offers/follow-changes.ts';
import { startOfferRuns } from './offers/nightly-runs.ts';
import { createOfferCommands } from './offers/offer-commands.ts';
import { createOfferRunCommands } from './offers/offer-run-commands.ts';
import { createPrefillCommands } from './prefill/prefill-commands.ts';
import { type CaseRow, cases, idempotencyKeys, outbox } from './tables.ts';
import { RECEIVED_TOTALS } from './reform/received-totals.ts';
import { createMaterialSourceCommands } from './reform/material-source-commands.ts';
import { createReadSharedFields } from './reform/shared-fields.ts';
import { createMayTell } from './webhooks/may-tell.ts';
import { WEBHOOK_TOPICS } from './webhooks/webhook-resolvers.ts';
import { webhooks } from './webhooks/webhook-tables.ts';

/** What resolvers can reach: loaders, commands and one channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: {
    cases: CaseCommands;
    items: ItemCommands;
    prefill: PrefillCommands;
    materials: ReturnType<typeof createMaterialCommands>;
    materialSources: ReturnType<typeof createMaterialSourceCommands>;
    offers: ReturnType<typeof createOfferCommands>;
    offerRuns: ReturnType<typeof createOfferRunCommands>;
    webhooks: ReturnType<typeof createWebhookCommands>;
    filedCases: ReturnType<typeof createFiledCases<CaseRow>>;
    permits: PermitCommands;
  };
  /** Null where none are issued. */
  certificates: Certificates | null;
  /** Put there by the kit. */
  caller: Caller;
  /** Tells numbers of cases that have changed. */
  changes: Channel;
  followInbox: FollowInbox;
  now: () => Date;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/** Told of what happens while the department serves. */
interface Log {
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
}

const SILENT: Log = { warn: () => {}, info: () => {} };

/**
 * Prepares the statements once, and starts the relay of what changes; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, no relay is started
 * @throws Error when the file of holidays cannot be read
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: PermitsConfig,
  logger: Log = SILENT,
  stack?: AsyncDisposableStack,
  materials?: Materials,
  certificates?: Certificates,
): Promise<CreateContext> {
  const office = await openCaseOffice(sql, { department: NAME, config, logger, stack });
  const allowed = { allowLoopback: config?.WEBHOOK_ALLOW_LOOPBACK === 'true' };
  if (stack) {
    stack.use(
      startWebhookSender(sql, {
        department: NAME,
        allowed,
        mayTell: createMayTell(sql),
        onError: (error) => logger.warn({ err: error }, 'webhooks cannot be sent; trying again'),
      }),
    );
  }
  if (materials && stack) {
    stack.use(
      repeat(
        async () => {
          const removed = await materials.removeUnused({ now: new Date(), isUnused: UNUSED_MATERIALS });
          if (removed.contents > 0) logger.info(removed, 'files that no case refers to were removed');
          return false;
        },
        UNUSED_MS,
        (error) => logger.warn({ err: error }, 'unused files cannot be removed; trying again'),
      ),
    );
  }
  stack?.use(
    repeat(
      async () => {
        await addUpMonths(db, RECEIVED_TOTALS, new Date());
        return false;
      },
      TOTALS_MS,
      (error) => logger.warn({ err: error }, 'what was received cannot be added up; trying again'),
    ),
  );
  const client = config ? createGatewayClient(config) : null;
  const disputes =
    client && stack
      ? stack.use(
          repeat(
            () => reportDispute(sql, client, { prefills: 'case_prefills', cases: 'cases' }),
            DISPUTES_MS,
            (error) => logger.warn({ err: error }, 'a dispute cannot be reported; trying again'),
          ),
        )
      : null;
  const entitlements = createEntitlements(client);
  const offerRuns =
    client && stack
      ? stack.use(
          startOfferRuns(
            { db, client, entitlements, now: () => new Date() },
            config === undefined || config.OFFERS_AT === 'never' ? null : config.OFFERS_AT,
            (error) => logger.warn({ err: error }, 'offers cannot be made; trying again'),
          ),
        )
      : null;
  if (client && stack && config && config.OFFERS_AT !== 'never') {
    const options = { db, client, now: () => new Date(), onRuns: () => offerRuns?.wake() };
    for (const feed of FEEDS) {
      stack.use(
        repeat(
          () => followChanges(options, feed),
          CHANGES_MS,
          (error) => logger.warn({ err: error }, 'changed enterprises are not told; trying again'),
        ),
      );
    }
  }
  return createContexts(db, sql, {
    ...office,
    entitlements,
    offers: config !== undefined && config.OFFERS_AT !== 'never',
    onOfferRun: () => offerRuns?.wake(),
    client,
    allowed,
    ...(materials && { materials }),
    certificates: certificates ?? null,
    onDispute: () => disputes?.wake(),
  });
}

/** Between looks for files that no case refers to. */
const UNUSED_MS = 3_600_000;
/** Between looks for enterprises that have changed: those of a second are one look. */
const CHANGES_MS = 1000;
/** Between looks for disputes that other processes have written. */
const DISPUTES_MS = 5_000;

type PrefillCommands = ReturnType<typeof createPrefillCommands>;

interface ContextOptions extends CaseOptions {
  /** Null where no gateway is set. */
  client?: GatewayClient | null;
  /** Addresses to which webhooks may be sent. */
  allowed?: AllowedAddresses;
  onDispute?: () => void;
  entitlements?: Entitlements;
  /** Whether a change here starts runs of offers; true by default. */
  offers?: boolean;
  /** Left out where nothing can be stored. */
  materials?: Pick<Materials, 'createUpload'>;
  /** Null where none are issued. */
  certificates?: Certificates | null;
}

/** Like {@link createContextFactory}, with options instead of settings. */
export function createContexts(
  db: PostgresJsDatabase,
  sql: Sql,
  {
    client = null,
    onDispute = () => {},
    onOfferRun = () => {},
    offers = true,
    entitlements = createEntitlements(client),
    allowed = { allowLoopback: false },
    materials,
    certificates = null,
    ...options
  }: ContextOptions,
): CreateContext {
  const { now } = options;
  const readForm = createReadForm();
  const readSharedFields = createReadSharedFields(client);
  const createLoaders = prepareLoaders(db, readForm, now, readSharedFields);
  const holderChanges = { lookAgain: client && offers ? createLookAgain(now) : undefined, onOfferRun };
  const caseCommands = createCommands(db, sql, readForm, {
    ...options,
    ...holderChanges,
    certificates,
    certify: certificates && createCertifyPermit(certificates, client),
  });
  const formPrefill = createFormPrefill(client);
  const { take } = caseCommands;
  const prefill = createPrefillCommands({ db, client, formPrefill, take, now, onDispute });
  const commands = {
    cases: caseCommands,
    prefill,
    materials: createMaterialCommands(db, materials, take, now),
    items: createItemCommands(db, formPrefill, now, entitlements),
    offers: createOfferCommands({ db, client, cases: caseCommands, formPrefill, now }),
    offerRuns: createOfferRunCommands(db, { hasGateway: client !== null, now, onStart: onOfferRun }),
    materialSources: createMaterialSourceCommands(db, readSharedFields, now),
    permits: createPermitCommands(db, certificates, now, holderChanges),
    webhooks: createWebhookCommands({
      db,
      webhooks,
      outbox,
      idempotencyKeys,
      topics: Object.values(WEBHOOK_TOPICS),
      allowed,
      now,
    }),
    filedCases: createFiledCases<CaseRow>(db, { cases, outbox }),
  };
  const changes = createChannel(sql, CASE_CHANGED);
  const followInbox = createFollowInbox(db, changes, now);
  return () => ({ loaders: createLoaders(), commands, changes, followInbox, certificates, now });
}
