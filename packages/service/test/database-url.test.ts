import { expect, test } from 'vitest';
import { changeDatabaseUrl, firstDatabaseUrl, isDatabaseUrl } from '../src/settings/index.ts';

const SEVERAL = 'postgres://tax@a:5432,b:5433/tax?target_session_attrs=primary';

test('URLs of one host and of several are taken, and nothing else', () => {
  for (const url of ['postgres://tax:p%40ss@localhost/tax', 'postgresql://a:5432/tax', SEVERAL])
    expect(isDatabaseUrl(url), url).toBe(true);
  for (const url of ['', 'tax', 'mysql://a/tax', 'postgres://a:port/tax', 'postgres://a:5432,b:port/tax'])
    expect(isDatabaseUrl(url), url).toBe(false);
});

test('a password is put into a URL of several hosts, and the hosts stay', () => {
  const withPassword = changeDatabaseUrl(SEVERAL, (url) => {
    url.password = encodeURIComponent('a,b@c');
  });
  expect(withPassword).toBe('postgres://tax:a%2Cb%40c@a:5432,b:5433/tax?target_session_attrs=primary');
  expect(firstDatabaseUrl(withPassword).hostname).toBe('a');
});
