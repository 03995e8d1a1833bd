import { Figures } from './figures.ts';
import type { WatchedService } from './services.ts';

const TIMEOUT_MS = 5_000;

/** How one service does. Null is what it does not say. */
export interface ServiceStatus {
  name: string;
  /** `unknown` where only its metrics are asked. */
  state: 'ready' | 'not ready' | 'does not answer' | 'unknown';
  /** What is not as it should be, by the check of /ready. */
  failing: Readonly<Record<string, string>>;
  /** Whether its metrics could be read; null when it shows none. */
  hasMetrics: boolean | null;
  memoryBytes: number | null;
  /** How late work begins, of a hundredth of the time. */
  eventLoopDelaySeconds: number | null;
  databaseBytes: number | null;
  /** Age of the oldest change that is not told to others; 0 when there is none. */
  outboxAgeSeconds: number | null;
  outboxRows: number | null;
  overdueCases: number | null;
  /** Applications for matters that are not done in the promised time. */
  overdueMatters: number | null;
  /** Steps of matters that do not go on by themselves. */
  stuckSteps: number | null;
  /** Whether the collector takes its traces; null when it sends none. */
  sendsTraces: boolean | null;
  /** Names of metrics that it cannot read. */
  unreadable: readonly string[];
}

/** How a department does, as the gateway sees it. */
export interface DepartmentStatus {
  name: string;
  /** `ok`, or what the gateway says of it; null when it does not say. */
  answers: string | null;
  /** Null when the gateway shows no metrics, or has not asked it yet. */
  breaker: 'closed' | 'half-open' | 'open' | null;
  sent: number | null;
  waiting: number | null;
}

export interface SystemStatus {
  services: readonly ServiceStatus[];
  /** Empty without a gateway. */
  departments: readonly DepartmentStatus[];
  /** Version of the supergraph by variant; null for one that came without. Empty when it is not known. */
  graph: Readonly<Record<string, number | null>>;
  /** Of the gateway; null when it does not say. */
  operationsInFlight: number | null;
  openSubscriptions: number | null;
  accessLog: { isWritable: boolean | null; unshippedRecords: number | null };
}

interface Ready {
  status: string;
  checks?: Record<string, string>;
  departments?: Record<string, string>;
}

/** What was read of a service. */
interface Reading {
  service: WatchedService;
  ready: Ready | null;
  figures: Figures | null;
}

/** Asks all services at once. Never fails: one that does not answer is a status. */
export async function readStatus(services: readonly WatchedService[]): Promise<SystemStatus> {
  const readings = await Promise.all(services.map(readService));
  const gateway = readings.find(({ ready, figures, service }) => isGateway(service.name, ready, figures));
  const figures = gateway?.figures ?? NONE;
  const writable = figures.max('yiwang_gateway_access_log_writable');
  return {
    services: readings.map(serviceStatus),
    departments: gateway ? departmentsOf(gateway.ready, figures) : [],
    graph: graphOf(figures),
    operationsInFlight: figures.sum('yiwang_gateway_operations_in_flight'),
    openSubscriptions: figures.sum('yiwang_gateway_subscriptions_open'),
    accessLog: {
      isWritable: writable === null ? null : writable > 0,
      unshippedRecords: figures.sum('yiwang_gateway_access_log_unshipped_records'),
    },
  };
}

const NONE = new Figures('');

function isGateway(name: string, ready: Ready | null, figures: Figures | null): boolean {
  if (figures) return figures.all('yiwang_gateway_supergraph_served').length > 0;
  return ready
    ? Object.keys(ready.checks ?? {}).some((check) => check.startsWith('supergraph'))
    : name === 'gateway';
}

async function readService(service: WatchedService): Promise<Reading> {
  const [ready, figures] = await Promise.all([
    service.url && readText(`${service.url.replace(/\/$/, '')}/ready`),
    service.metrics && readText(service.metrics),
  ]);
  return { service, ready: ready ? readReady(ready) : null, figures: figures ? new Figures(figures) : null };
}

/** @returns null when nobody answers */
async function readText(url: string): Promise<string | null> {
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })).text();
  } catch {
    return null;
  }
}

function readReady(text: string): Ready {
  try {
    return JSON.parse(text) as Ready;
  } catch {
    return { status: 'not ready', checks: { ready: 'the address is not that of a service of ours' } };
  }
}

function serviceStatus({ service, ready, figures }: Reading): ServiceStatus {
  const { name, url, metrics } = service;
  const read = figures ?? NONE;
  const failing = read.max('yiwang_trace_collector_failing');
  return {
    name,
    state:
      url === null
        ? 'unknown'
        : !ready
          ? 'does not answer'
          : ready.status === 'ready'
            ? 'ready'
            : 'not ready',
    failing: Object.fromEntries(Object.entries(ready?.checks ?? {}).filter(([, state]) => state !== 'ok')),
    hasMetrics: metrics === null ? null : figures !== null,
    memoryBytes: read.sum('process_resident_memory_bytes'),
    eventLoopDelaySeconds: read.sum('nodejs_eventloop_lag_p99_seconds'),
    databaseBytes: read.sum('yiwang_database_size_bytes'),
    outboxAgeSeconds: read.max('yiwang_outbox_oldest_age_seconds'),
    outboxRows: read.sum('yiwang_outbox_unpublished_rows'),
    overdueCases: read.sum('yiwang_cases_overdue'),
    overdueMatters: read.sum('yiwang_matters_overdue'),
    stuckSteps: read.sum('yiwang_matter_steps', { state: 'stuck' }),
    sendsTraces: failing === null ? null : failing === 0,
    unreadable: read
      .all('yiwang_metrics_unreadable')
      .flatMap(({ labels, value }) => (value > 0 ? [labels['metric'] ?? ''] : [])),
  };
}

const BREAKERS = ['closed', 'half-open', 'open'] as const;

function departmentsOf(ready: Ready | null, figures: Figures): DepartmentStatus[] {
  const asked = figures.all('yiwang_gateway_breaker_state').map(({ labels }) => labels['department']!);
  const names = [...new Set([...Object.keys(ready?.departments ?? {}), ...asked])].sort();
  return names.map((department) => {
    const breaker = figures.max('yiwang_gateway_breaker_state', { department });
    return {
      name: department,
      answers: ready?.departments?.[department] ?? null,
      breaker: breaker === null ? null : BREAKERS[breaker]!,
      sent: figures.sum('yiwang_gateway_fetches_in_flight', { department }),
      waiting: figures.sum('yiwang_gateway_fetches_waiting', { department }),
    };
  });
}

function graphOf(figures: Figures): SystemStatus['graph'] {
  return Object.fromEntries(
    figures
      .all('yiwang_gateway_supergraph_served')
      .flatMap(({ labels: { variant = '' }, value }) =>
        value > 0 ? [[variant, figures.max('yiwang_gateway_supergraph_version', { variant })] as const] : [],
      ),
  );
}
