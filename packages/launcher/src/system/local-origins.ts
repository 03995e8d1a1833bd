import { isLoopback } from '@yiwang/service/settings';

/** Web pages that a developer of a front end has open on this machine, on whatever port. */
const LOCAL_ORIGINS = ['localhost', '127.0.0.1', '[::1]'].flatMap((host) => [
  `http://${host}:*`,
  `https://${host}:*`,
]);

/**
 * Origins of web pages that may ask the gateway (CORS_ORIGINS): those named, else those of this machine. A gateway that others
 * reach allows none by itself.
 *
 * @param host address that the gateway listens on
 */
export function allowedOrigins(host: string): string {
  const named = process.env['CORS_ORIGINS'];
  if (named !== undefined) return named;
  return isLoopback(host) ? LOCAL_ORIGINS.join(',') : '';
}

/** One line for the person who starts the system; null when there is nothing to tell. */
export function describeOrigins(host: string): string | null {
  if (process.env['CORS_ORIGINS'] !== undefined) return null;
  return isLoopback(host)
    ? 'any page of localhost may ask (CORS); CORS_ORIGINS names others'
    : 'of no other host may ask (CORS); CORS_ORIGINS names some';
}
