import { startCommand } from '../../src/index.ts';
import { FAKE_SYSTEM } from './system.ts';

await startCommand(process.argv.slice(2), FAKE_SYSTEM);
