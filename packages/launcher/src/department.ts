import { departmentCommand } from './department-command.ts';
import { SYSTEM } from './system.ts';

await departmentCommand(process.argv.slice(2), SYSTEM);
