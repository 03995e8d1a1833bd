import { importCommand } from '../../src/index.ts';
import { FAKE_SYSTEM } from './system.ts';

await importCommand(process.argv.slice(2), FAKE_SYSTEM);
