import { type Logger, pino } from 'pino';
import { describeFault } from './describe-fault.ts';

export type { Logger } from 'pino';

/**
 * JSON lines on standard output, one an event, with the service's name.
 *
 * @param level least severe level that is written: silent, fatal, error, warn, info, debug, trace
 */
export function createLogger(service: string, level: string): Logger {
  return pino({
    name: service,
    level,
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
  });
}
