import { tokensCommand } from '../../src/index.ts';
import { FAKE_SYSTEM } from './system.ts';

await tokensCommand(process.argv.slice(2), FAKE_SYSTEM);
