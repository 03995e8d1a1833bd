import { rotateKeyCommand } from './rotation/rotate-key-command.ts';
import { SYSTEM } from './system/system.ts';

await rotateKeyCommand(process.argv.slice(2), SYSTEM);
