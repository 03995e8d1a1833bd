/** Where the gateway gives out what belongs to certificates. Verifiers rely on these paths. */
const FOLDER = '/files/certificates';

/** Of the public keys of a department, at the gateway. */
export function keySetPath(department: string): string {
  return `/departments/${department}${FOLDER}/keys`;
}

/** Of a status list, at the gateway. */
export function statusListPath(department: string, list: number): string {
  return `/departments/${department}${FOLDER}/status/${list}`;
}

/** Of a certificate, at the gateway: the page, or the credential alone. */
export function certificatePath(department: string, identifier: string, form: 'pdf' | 'sd-jwt'): string {
  return `/departments/${department}${FOLDER}/${identifier}.${form}`;
}

/** The same at the department itself, for its server. */
export const CERTIFICATE_ROUTES = {
  keys: `${FOLDER}/keys`,
  status: `${FOLDER}/status/:list`,
  certificate: `${FOLDER}/:name`,
} as const;
