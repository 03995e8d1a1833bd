import { ListenError, listen, stopSignal } from '@yiwang/service/http';
import { readSettings, SettingsError } from '@yiwang/service/settings';
import { createSignInServer } from './create-sign-in-server.ts';
import { localSignInSettings } from './settings.ts';

try {
  const settings = readSettings(localSignInSettings, process.env);
  const { server } = createSignInServer(settings);
  const url = await listen(server, settings.HOST, settings.PORT);
  server.log.info({ url }, 'listening');
  const reason = await stopSignal();
  server.log.info({ reason }, 'stopping');
  await server.close();
} catch (error) {
  const expected = [SettingsError, ListenError].some((kind) => error instanceof kind);
  process.stderr.write(
    `${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exitCode = 1;
}
