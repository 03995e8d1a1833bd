export { departmentCommand } from './department-command.ts';
export { importCommand } from './import-command.ts';
export { prepareCommand } from './containers/prepare-command.ts';
export { type RunningSystem, runningSystemAt } from './running-system.ts';
export { startCommand } from './start-command.ts';
export { type Department, SYSTEM, type SystemDefinition } from './system.ts';
