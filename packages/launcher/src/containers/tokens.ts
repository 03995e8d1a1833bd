import { SYSTEM } from '../system/system.ts';
import { tokensCommand } from './tokens-command.ts';

await tokensCommand(process.argv.slice(2), SYSTEM);
