import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedLog, compareLogs, type ComparedRecord } from '../src/index.ts';

const OWNERS: Record<string, string[]> = {
  tax: ['Taxpayer.arrears', 'Taxpayer.grade'],
  land: ['Parcel.price'],
};
const START = Date.UTC(2026, 0, 1);

interface Logs {
  gateways: Map<string, ComparedLog & { records: ComparedRecord[] }>;
  departments: Map<string, ComparedLog & { records: ComparedRecord[]; fields: string[] }>;
}

/** One request at a gateway: what it asks of departments, whether the answer of the one before serves it too, and events. */
const request = fc.record({
  gateway: fc.constantFrom('edge', 'inner'),
  asks: fc.array(fc.constantFrom('tax', 'land'), { minLength: 1, maxLength: 3 }),
  isShared: fc.boolean(),
  events: fc.nat(2),
  fails: fc.boolean(),
});

function logsOf(
  requests: readonly (typeof request extends fc.Arbitrary<infer Value> ? Value : never)[],
): Logs {
  const gateways: Logs['gateways'] = new Map();
  const departments: Logs['departments'] = new Map(
    Object.entries(OWNERS).map(([name, fields]) => [name, { isWhole: true, records: [], fields }]),
  );
  const leaders = new Map<string, { id: string; fields: string[] }>();
  for (const [index, { gateway, asks, isShared, events, fails }] of requests.entries()) {
    const log = gateways.get(gateway) ?? { isWhole: true, records: [] };
    gateways.set(gateway, log);
    const at = new Date(START + index * 1000).toISOString();
    const leader = leaders.get(gateway);
    const common = {
      at,
      gateway,
      client: 'bank',
      outcome: fails ? ('FAILED' as const) : ('COMPLETE' as const),
    };
    const sequence = log.records.length + 1;
    if (isShared && leader) {
      log.records.push({ ...common, sequence, fields: leader.fields, via: [leader.id] });
      continue;
    }
    const id = `request-${index}`;
    asks.forEach((department, number) => {
      // What fails may have reached nobody.
      if (fails) return;
      const kept = departments.get(department)!;
      for (let event = 0; event <= events; event++) {
        const assertion = `${id}.${number + 1}${event === 0 ? '' : `#${event}`}`;
        kept.records.push({
          ...common,
          sequence: kept.records.length + 1,
          fields: kept.fields,
          assertion,
        });
      }
    });
    const fields = [...new Set(asks.flatMap((department) => OWNERS[department]!))].sort();
    log.records.push({ ...common, sequence, fields, assertion: id, assertions: asks.length });
    if (!fails) leaders.set(gateway, { id, fields });
  }
  return { gateways, departments };
}

const reasonsOf = ({ gateways, departments }: Logs, until = Infinity) => {
  const { findings } = compareLogs(gateways, departments, until);
  return [...findings].flatMap(([name, finding]) => (finding ? [[name, finding.reason]] : []));
};

const some = fc.array(request, { minLength: 1, maxLength: 25 });

test('logs of the same reads agree, with shared answers, events and failures among them', () => {
  fc.assert(fc.property(some, (requests) => void expect(reasonsOf(logsOf(requests))).toEqual([])));
});

test('a read that a department has served and no gateway has written down is found, whatever id it bears', () => {
  fc.assert(
    fc.property(
      some,
      fc.constantFrom('tax', 'land'),
      fc.constantFrom('edge', 'inner', 'unknown'),
      fc.constantFrom(
        'made-up.1',
        'request-0.9',
        'request-0.0',
        'request-0.1x',
        'request-0',
        '',
        'request-0.u1',
      ),
      (requests, department, gateway, assertion) => {
        const logs = logsOf(requests);
        const { records, fields } = logs.departments.get(department)!;
        const at = new Date(START + 500).toISOString();
        const forged = { at, gateway, client: 'bank', outcome: 'COMPLETE', fields, assertion } as const;
        records.push({ ...forged, sequence: records.length + 1 });
        expect(reasonsOf(logs)).toContainEqual([department, 'UNLOGGED']);
      },
    ),
  );
});

test('a record that is taken out of a log, and stands in the other, is found', () => {
  fc.assert(
    fc.property(some, fc.nat(), fc.boolean(), (requests, at, isGateway) => {
      const logs = logsOf(requests.map((one) => ({ ...one, isShared: false, fails: false, events: 0 })));
      if (isGateway) {
        const { records } = [...logs.gateways.values()][at % logs.gateways.size]!;
        const [gone] = records.splice(at % records.length, 1);
        expect(reasonsOf(logs).map(([, reason]) => reason)).toContain('UNLOGGED');
        expect(gone!.assertions).toBeGreaterThan(0);
        return;
      }
      const [name, log] = [...logs.departments].find(([, { records }]) => records.length > 1) ?? [];
      fc.pre(name !== undefined);
      const { records } = log!;
      const index = 1 + (at % (records.length - 1));
      const [gone] = records.splice(index, 1);
      const id = gone!.assertion!.split('.')[0];
      // Another fetch of the same request may have read the same.
      fc.pre(!records.some(({ assertion }) => assertion!.split('.')[0] === id));
      expect(reasonsOf(logs)).toContainEqual([name, 'UNSERVED']);
    }),
  );
});

test('an assertion that was answered twice is found; the events of a subscription are not taken for that', () => {
  fc.assert(
    fc.property(some, fc.nat(), (requests, at) => {
      const logs = logsOf(requests);
      const [name, log] = [...logs.departments].find(([, { records }]) => records.length > 0) ?? [];
      fc.pre(name !== undefined);
      log!.records.push({ ...log!.records[at % log!.records.length]!, sequence: log!.records.length + 1 });
      expect(reasonsOf(logs)).toEqual([[name, 'REPLAYED']]);
    }),
  );
});

test('what is too new, and what is older than what was read of the other log, is left open', () => {
  const logs = logsOf([
    { gateway: 'edge', asks: ['tax'], isShared: false, events: 0, fails: false },
    { gateway: 'edge', asks: ['tax'], isShared: false, events: 0, fails: false },
  ]);
  const [first, second] = logs.gateways.get('edge')!.records;
  logs.gateways.set('edge', { isWhole: true, records: [first!] });
  expect(reasonsOf(logs, START)).toEqual([]);
  expect(reasonsOf(logs)).toEqual([['tax', 'UNLOGGED']]);
  logs.gateways.set('edge', {
    isWhole: false,
    records: [{ ...second!, at: new Date(START + 90_000).toISOString() }],
  });
  expect(reasonsOf(logs)).toEqual([]);
  // A gateway of an earlier version did not name its assertions.
  logs.gateways.set('edge', { isWhole: true, records: [first!, second!] });
  const { assertion: _assertion, assertions: _assertions, ...former } = first!;
  logs.gateways.get('edge')!.records.push({ ...former, sequence: 3 });
  expect(reasonsOf(logs)).toEqual([]);
});
