import { enterpriseRegister } from '../../../subgraphs/enterprises/import/enterprise-register.ts';
import { issueLicence } from '../../../subgraphs/enterprises/src/certificates/licences.ts';
import { type Certificate, formatIdentifier } from '../../../packages/certificates/src/index.ts';
import { readFirstRecord } from '../../../packages/subgraph-kit/src/import/read-records.ts';

/** Market regulation of Jiangsu: the issuer that licences name. */
const ISSUER = '11320000014000124E';
const GATEWAY = 'https://gateway.example';
/** The address that the QR code has. */
export const CHECK_ADDRESS = `${GATEWAY}/departments/enterprises/files/certificates/one.pdf`;
export const STATUS_LIST = `${GATEWAY}/departments/enterprises/files/certificates/status/0`;

/**
 * The business licence of the first enterprise of a register: what the department of enterprises would certify of it.
 *
 * @param file a register of enterprises, as CSV
 * @throws Error when it has no enterprise
 */
export async function readRealCertificate(file: string, now: Date): Promise<Certificate> {
  const record = await readFirstRecord(file, enterpriseRegister.columns);
  if (record === null) throw new Error(`${file} has no enterprise that can be read.`);
  const row = enterpriseRegister.clean(record);
  let certificate: Certificate | undefined;
  // Nothing is stored: what would be is made into a certificate.
  const issue: Parameters<typeof issueLicence>[1]['issue'] = async (_tx, { kind, serial, content }) => {
    const identifier = formatIdentifier({ type: `${ISSUER}002`, issuer: ISSUER, serial, version: 1 });
    const status = { index: 5, list: STATUS_LIST };
    certificate = {
      ...content,
      identifier,
      kind,
      department: 'enterprises',
      issuedAt: now.toISOString(),
      status,
    };
    return undefined as never;
  };
  const { uscc, name, type_text, capital_text, business_scope, region_code, registered_on } = row;
  const enterprise = {
    uscc,
    name,
    typeText: type_text,
    capitalText: capital_text,
    businessScope: business_scope,
    regionCode: region_code,
    registeredOn: registered_on,
    // Registers of market regulation have no streets.
    address: `${record['province']}${record['city']}`,
  };
  await issueLicence(undefined as never, { issue }, enterprise, now);
  return certificate!;
}
