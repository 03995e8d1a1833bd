import { importCommand } from './import/import-command.ts';
import { SYSTEM } from './system/system.ts';

await importCommand(process.argv.slice(2), SYSTEM);
