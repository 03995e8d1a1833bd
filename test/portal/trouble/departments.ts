import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findLocalSystem } from '@yiwang/cli/local-system';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ROOT } from '../../support/compose-file.ts';
import { openVisitor, type Visitor } from '../visitor.ts';
import { type DepartmentProxy, startDepartmentProxy } from './department-proxy.ts';
import type { World } from './world.ts';

const YIWANG = join(ROOT, 'packages/cli/bin/yiwang.mjs');

/** A department that answers late, or not as its schema says. From here on the gateway reaches tax by a proxy. */
export function departmentTests(world: () => World): void {
  let proxy: DepartmentProxy;
  let visitor: Visitor;
  let address: string;
  let authority: string;
  beforeAll(async () => {
    const { system, portal, browser } = world();
    const { departments, keys } = findLocalSystem(system.data)!;
    const { url } = departments.find(({ name }) => name === 'tax')!;
    proxy = await startDepartmentProxy(url);
    const named = [
      '--department',
      'tax',
      '--url',
      proxy.url,
      '--schema',
      join(ROOT, 'subgraphs/tax/schema.graphql'),
      '--key',
      keys.departments['tax']!,
    ];
    const publish = () =>
      promisify(execFile)(process.execPath, [YIWANG, 'publish', '--data', system.data, ...named]);
    // A busy machine may publish it and answer too late: the same again changes nothing.
    await publish().catch(publish);
    const { data } = await system.ask('{ enterprises(first: 1) { edges { node { uscc } } } }');
    const { uscc } = data.enterprises.edges[0].node;
    const askTax = () => system.ask(`{ enterprise(uscc: "${uscc}") { taxpayer { authority } } }`);
    // The gateway takes the new version of the graph within seconds.
    await vi.waitFor(
      async () => {
        // The registry has asked by it as well, to see that the department verifies its callers.
        const before = proxy.passed;
        ({ authority } = (await askTax()).data.enterprise.taxpayer);
        expect(proxy.passed).toBeGreaterThan(before);
      },
      { timeout: 30_000, interval: 300 },
    );
    address = `${portal}/zh/enterprises/${uscc}`;
    visitor = await openVisitor(browser);
  }, 60_000);
  beforeEach(() => Object.assign(proxy, { lateMs: 0, corrupt: null }));
  afterAll(async () => {
    await visitor?.context.close();
    await proxy?.[Symbol.asyncDispose]();
  });

  test('the part of a slow department comes later, and all the rest is there at once', async () => {
    const { page } = visitor;
    proxy.lateMs = 3_000;
    const startedAt = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByRole('heading', { name: '许可与证照' }).waitFor();
    await page.getByRole('heading', { name: '登记信息' }).waitFor();
    expect(await page.getByText(authority).count()).toBe(0);
    const shown = performance.now() - startedAt;
    await page.getByText(authority).waitFor();
    expect(performance.now() - startedAt - shown).toBeGreaterThan(1_000);
    expect(visitor.complaints()).toEqual([]);
  });

  test.each<[string, (answer: string) => string]>([
    ['answers in another shape', (answer) => answer.replace(/"authority":"[^"]*"/g, '"authority":{"a":[1]}')],
    ['answers with a list for an object', (answer) => answer.replace(/"data":\{/, '"data":[{').concat(']')],
    ['answers with a page', () => '<!doctype html><title>Login</title><script>alert(1)</script>'],
    ['answers with half a sentence', (answer) => answer.slice(0, answer.length / 2)],
  ])('a department that %s costs its own part of the page, which says so', async (_what, corrupt) => {
    const { page } = visitor;
    proxy.corrupt = corrupt;
    const passed = proxy.passed;
    const response = await page.goto(address, { waitUntil: 'load' });
    expect(response!.status()).toBe(200);
    expect(proxy.passed).toBeGreaterThan(passed);
    const tax = page.locator('section', { has: page.getByRole('heading', { name: '税务', exact: true }) });
    await tax.getByText(/税务部门(暂时没有应答|的应答不符合约定)/).waitFor();
    expect(await page.getByText(authority).count()).toBe(0);
    expect(await page.getByRole('heading', { name: '许可与证照' }).count()).toBe(1);
    expect(await page.getByText('alert(1)').count()).toBe(0);
    expect(visitor.complaints()).toEqual([]);
  });
}
