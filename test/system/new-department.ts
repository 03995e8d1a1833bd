import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { copyProject } from '../support/copy-project.ts';
import type { NpmStart } from '../support/npm-start.ts';
import { type RunningProgram, runProgram } from '../support/run-program.ts';

/** docs/adding-a-department.md promises ten minutes, of which a person needs most. */
const MAX_SECONDS = 300;

/** Its words behind `node`, as npm has them. */
const NEW_DEPARTMENT = packageJson.scripts['new-department'].split(' ').slice(1);

const runFile = promisify(execFile);

/**
 * `npm run new-department`, in a copy of the project, for a system that runs. It leaves departments in the schema that do not
 * answer any more.
 */
export function testNewDepartment(system: () => NpmStart): void {
  describe('npm run new-department', () => {
    let project: Awaited<ReturnType<typeof copyProject>>;
    /** In the order of their start. */
    const programs: RunningProgram[] = [];

    beforeAll(async () => {
      project = await copyProject();
    });
    afterAll(async () => {
      await Promise.all(programs.map((program) => program.stop()));
      await project[Symbol.asyncDispose]();
    });

    const gateway = () => `http://127.0.0.1:${system().port}/graphql`;

    function run(...args: string[]): RunningProgram {
      // The tests of a new department take one process: both CPUs are busy here.
      const program = runProgram(project.folder, args, { VITEST_MAX_WORKERS: '1' });
      programs.push(program);
      return program;
    }

    function newDepartment(...args: string[]): RunningProgram {
      return run(...NEW_DEPARTMENT, ...args, '--data', system().data);
    }

    /** Of the schema that the gateway serves. */
    async function versionOf(): Promise<number> {
      const [running] = await system().read('gateways', {}, 'running { version }');
      return running.running[0].version;
    }

    test('a dry run says what would be written, and writes nothing', async () => {
      const before = await filesOf(project.folder);
      const dry = newDepartment('fisheries', '--dry-run');
      expect(await dry.ended).toBe(0);
      expect(dry.output()).toContain('subgraphs/fisheries/schema.graphql');
      expect(dry.output()).toContain('package-lock.json');
      expect(await filesOf(project.folder)).toEqual(before);
    });

    test.each([
      ['capital letters', 'Fisheries', 'is no name for a department'],
      ['a way out of the folder', '../fisheries', 'is no name for a department'],
      ['more than 40 characters', 'f'.repeat(41), 'is no name for a department'],
      ['a name that a department has', 'tax', 'There is a department tax already'],
      ['a name that a package has', 'codes', 'is taken by another part of the project'],
    ])('%s is refused, and nothing is written', async (_what, name, told) => {
      const before = await filesOf(project.folder);
      const refused = newDepartment(name);
      expect(await refused.ended).toBe(2);
      expect(refused.output()).toContain(told);
      expect(await filesOf(project.folder)).toEqual(before);
    });

    test('a department that runs already is not started a second time', async () => {
      const second = run('packages/launcher/department.mjs', 'tax', '--data', system().data);
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain('tax runs already, at http://127.0.0.1:');
    });

    test('what fails half-way is undone', async () => {
      // The last file that is written cannot be.
      const inTheWay = join(project.folder, 'docker-compose.yml.next');
      await mkdir(inTheWay);
      const before = await filesOf(project.folder);
      const lock = await readFile(join(project.folder, 'package-lock.json'), 'utf8');

      const failed = newDepartment('fisheries');
      expect(await failed.ended).toBe(1);
      expect(failed.output()).toContain('nothing was left behind: EISDIR');
      expect(await filesOf(project.folder)).toEqual(before);
      expect(await readFile(join(project.folder, 'package-lock.json'), 'utf8')).toBe(lock);
      await rm(inTheWay, { recursive: true });
    });

    test('one command makes a department that is tested, runs, is published and answers with the others', async () => {
      const before = await versionOf();
      const startedAt = Date.now();
      const made = newDepartment('sea-fisheries');
      await made.says(new RegExp(`sea-fisheries runs at .* since version ${before + 1} `));
      const { data: answer, errors } = await system().ask(
        '{ seaFisheriesRecords(first: 2) { totalCount edges { node { title holder { name region { fullName } seaFisheriesRecords { totalCount } } } } } }',
      );
      const seconds = (Date.now() - startedAt) / 1000;

      expect(made.output()).toContain('They pass.');
      expect(errors).toBeUndefined();
      expect(answer.seaFisheriesRecords.totalCount).toBeGreaterThan(10);
      for (const { node } of answer.seaFisheriesRecords.edges) {
        expect(node.title).toBe(`${node.holder.name} 档案`);
        expect(node.holder.region.fullName).toMatch(/^江苏省/);
        expect(node.holder.seaFisheriesRecords.totalCount).toBe(1);
      }
      expect(seconds).toBeLessThan(MAX_SECONDS);

      const check = run(
        'packages/cli/bin/yiwang.mjs',
        ...['check', '--department', 'sea-fisheries', '--schema', 'subgraphs/sea-fisheries/schema.graphql'],
        ...['--registry', gateway(), '--key', join(system().data, 'keys/sea-fisheries.key')],
      );
      expect(await check.ended).toBe(0);
      expect(check.output()).toBe('Passes.\n');
      expect(await made.stop()).toBe(0);
    }, 240_000);

    test('it is refused a second time, and what is there stays', async () => {
      const before = await filesOf(project.folder);
      const again = newDepartment('sea-fisheries');
      expect(await again.ended).toBe(2);
      expect(again.output()).toContain('There is a department sea-fisheries already');
      expect(await filesOf(project.folder)).toEqual(before);
    });

    test('its types are those that npm run generate writes, and its files are formatted', async () => {
      const types = join(project.folder, 'subgraphs/sea-fisheries/src/generated/types.ts');
      const before = await readFile(types, 'utf8');
      const generate = run('node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts');
      expect(await generate.ended).toBe(0);
      expect(await readFile(types, 'utf8')).toBe(before);

      const prettier = run(
        'node_modules/prettier/bin/prettier.cjs',
        '--check',
        'subgraphs/sea-fisheries',
        'docs',
      );
      expect(await prettier.ended, prettier.output()).toBe(0);
    });

    test('npm ci takes the lock file as it is', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'yiwang-npm-'));
      const manifests = (await filesOf(project.folder))
        .map((path) => path.slice(project.folder.length + 1))
        .filter((path) => /^((packages|subgraphs)\/[^/]+|gateway)\/package\.json$/.test(path));
      expect(manifests).toContain('subgraphs/sea-fisheries/package.json');
      for (const path of ['package.json', 'package-lock.json', '.npmrc', ...manifests]) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await cp(join(project.folder, path), join(folder, path));
      }
      const { stdout } = await runFile('npm', ['ci', '--dry-run', '--offline', '--ignore-scripts'], {
        cwd: folder,
      });
      expect(stdout).toMatch(/added \d+ packages/);
      await rm(folder, { recursive: true });
    });

    test('commands find the system that runs by its data folder', async () => {
      const settings = { YIWANG_DATA: system().data };
      const yiwang = (...args: string[]) => {
        const program = runProgram(project.folder, ['packages/cli/bin/yiwang.mjs', ...args], settings);
        programs.push(program);
        return program;
      };
      const gateways = yiwang('gateways');
      expect(await gateways.ended, gateways.output()).toBe(0);
      expect(gateways.output()).toContain('gateway');

      const token = yiwang('token', '--all', '--json');
      expect(await token.ended, token.output()).toBe(0);
      const { client, token: signed } = JSON.parse(token.output());
      expect(client).toMatchObject({ id: 'local-work', department: 'enterprises' });
      const answer = await fetch(gateway(), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${signed}`,
          origin: 'http://localhost:5173',
        },
        body: JSON.stringify({ query: '{ accessLogs { gateway } }' }),
      });
      expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
      expect(await answer.json()).toMatchObject({ data: { accessLogs: expect.any(Array) } });

      const other = yiwang('token', '--all', '--key', 'sea-fisheries.key');
      expect(await other.ended).toBe(2);
      expect(other.output()).toContain('--all is for local work, with the key that npm start has made');
    });

    test('with nothing running one is made all the same, readable whatever the umask, and what to do next is said', async () => {
      const before = process.umask(0o077);
      const made = run(
        ...NEW_DEPARTMENT,
        ...['forestry', '--no-test', '--data', join(system().data, 'nothing-runs-here')],
      );
      process.umask(before);
      expect(await made.ended, made.output()).toBe(0);
      expect(made.output()).toContain('npm start starts and publishes it with the others.');
      const folder = join(project.folder, 'subgraphs/forestry');
      for (const path of [folder, ...(await filesOf(folder)), join(project.folder, 'docker-compose.yml')]) {
        const entry = await lstat(path);
        if (!entry.isSymbolicLink())
          expect([path, entry.mode & 0o777]).toEqual([path, entry.isDirectory() ? 0o755 : 0o644]);
      }
      const compose = run('node_modules/dclint/bin/dclint.cjs', 'docker-compose.yml');
      expect(await compose.ended, compose.output()).toBe(0);
    });
  });
}

/** Every file and link of the project; caches are nobody's concern. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return paths.filter((path) => !path.includes('/node_modules/.')).sort();
}
