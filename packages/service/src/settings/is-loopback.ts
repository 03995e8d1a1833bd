/**
 * True for a host that only this machine reaches.
 *
 * @param host as a URL or a setting writes it, without a port
 */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
