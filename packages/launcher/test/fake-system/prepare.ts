import { prepareCommand } from '../../src/index.ts';
import { FAKE_SYSTEM } from './system.ts';

await prepareCommand(process.argv.slice(2), FAKE_SYSTEM);
