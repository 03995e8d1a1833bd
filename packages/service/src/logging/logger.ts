import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { describeFault } from './describe-fault.ts';
import { contextFields } from './log-context.ts';

export type { Logger } from 'pino';

/**
 * JSON lines, one an event, with the service's name.
 *
 * @param level least severe level that is written: silent, fatal, error, warn, info, debug, trace
 * @param lines takes them; standard output when left out
 */
export function createLogger(service: string, level: string, lines?: DestinationStream): Logger {
  const options: LoggerOptions = {
    name: service,
    level,
    mixin: contextFields,
    serializers: { err: (error: unknown) => describeFault(error) },
    // Credentials, and who wants to know, never reach a log, whatever object they travel in.
    redact: [
      'req.headers.authorization',
      'req.headers.cookie',
      'req.headers["yiwang-assertion"]',
      'req.headers["purpose-requester"]',
      'req.headers["purpose-case"]',
      '*.password',
      '*.token',
    ],
  };
  return lines ? pino(options, lines) : pino(options);
}
