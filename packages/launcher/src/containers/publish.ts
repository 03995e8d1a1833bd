import { SYSTEM } from '../system/system.ts';
import { publishCommand } from './publish-command.ts';

await publishCommand(process.argv.slice(2), SYSTEM);
