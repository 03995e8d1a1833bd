export { type LogContext, logContext } from './log-context.ts';
export { createLogger, type Logger } from './logger.ts';
