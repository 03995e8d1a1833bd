import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayAnswer, GatewayClient } from '@yiwang/subgraph-kit/prefill';

const selected = (path: string, coordinate: string, department: string, sharing = 'UNCONDITIONAL') => ({
  path,
  coordinate,
  departments: [{ name: department }],
  sharing,
});

/** What the registry of sharing says of the documents that come with the department. */
const SELECTED = [
  selected('enterprise.name', 'Enterprise.name', 'enterprises'),
  selected('enterprise.parcels.edges.node.code', 'Parcel.code', 'land'),
  selected('parcel.location', 'Parcel.location', 'land'),
  selected('parcel.areaM2', 'Parcel.areaM2', 'land'),
  selected('parcel.landUse.code', 'LandUse.code', 'land'),
  selected('parcel.holderName', 'Parcel.holderName', 'land', 'CONDITIONAL'),
];

/** Which of the fields of documents need a grant. */
const CONDITIONAL = ['Parcel.holderName', 'Enterprise.parcels'];

export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  purpose: { basis: string; caseNumber: string | null; requester: string } | undefined;
}

/** Stands for the gateway, which is tried itself in the tests of the command. */
export interface FakeGateway {
  client: GatewayClient;
  /** What was asked of departments, in order. */
  asked: Asked[];
  /** Answers a question by a part of its text; undefined for what the departments have. */
  answer: (query: string) => GatewayAnswer | 'HANGS' | undefined;
  parcels: string[];
}

export const denied = (path: string[]): GatewayAnswer['errors'][number] => ({
  message: 'It needs a grant: yiwang application apply.',
  path,
  extensions: { code: 'UNAUTHORIZED_FIELD' },
});

export function createFakeGateway(): FakeGateway {
  const gateway: FakeGateway = {
    client: { ask },
    asked: [],
    answer: () => undefined,
    parcels: ['320412001001GB00001'],
  };
  return gateway;

  async function ask(
    query: string,
    variables: Record<string, unknown>,
    { purpose, timeoutMs }: Parameters<GatewayClient['ask']>[2],
  ): Promise<GatewayAnswer> {
    const document = String(variables['document']);
    if (query.includes('notShared }')) {
      const granted = CONDITIONAL.filter((one) => document.includes(one.split('.')[1]!));
      return found({ sharingNeeds: { departments: [], granted, notShared: [] } });
    }
    if (query.includes('sharingNeeds')) return found({ sharingNeeds: { selected: SELECTED } });
    gateway.asked.push({ query, variables, purpose: purpose as Asked['purpose'] });
    const answer = gateway.answer(query);
    if (answer === 'HANGS') {
      await sleep(timeoutMs);
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    }
    return answer ?? found(dataOf(query));
  }

  function dataOf(query: string): Record<string, unknown> {
    if (query.includes('reportCorrection')) {
      return { reportCorrection: { correction: { number: 'SC1' }, userErrors: [] } };
    }
    if (query.includes('parcel(')) {
      return { parcel: { location: '滨湖路18号', areaM2: '20000.50', landUse: { code: '0601' } } };
    }
    if (!query.includes('parcels')) return { enterprise: { name: '常州机械有限公司' } };
    return { enterprise: { parcels: { edges: gateway.parcels.map((code) => ({ node: { code } })) } } };
  }
}

function found(data: Record<string, unknown>): GatewayAnswer {
  return { data, errors: [] };
}
