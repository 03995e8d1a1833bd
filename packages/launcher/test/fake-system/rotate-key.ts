import { rotateKeyCommand } from '../../src/index.ts';
import { FAKE_SYSTEM } from './system.ts';

await rotateKeyCommand(process.argv.slice(2), {
  ...FAKE_SYSTEM,
  portal: { directory: '', database: '', signIn: '' },
});
