export { recordStatements, type Statement } from './record-statements.ts';
