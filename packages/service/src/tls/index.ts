export {
  clientTlsSettings,
  type ClientTls,
  NO_CLIENT_TLS,
  openClientTls,
  type TlsIdentity,
} from './client-tls.ts';
export { openServerTls, type ServerTls, serverTlsSettings } from './server-tls.ts';
