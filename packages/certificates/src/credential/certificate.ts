/** A text in Chinese, and in English where there is one. */
export interface BilingualText {
  zh: string;
  en: string | null;
}

/** One further line of a certificate, such as its scope. */
export interface CertificateDetail {
  label: BilingualText;
  value: string;
}

/** All that a certificate 电子证照 says. Dates are YYYY-MM-DD in China, both included. */
export interface Certificate {
  /** 电子证照标识; see {@link formatIdentifier}. */
  identifier: string;
  /** The department's name for this kind of certificates, such as `permit`. */
  kind: string;
  /** Name of the department in the graph, whose keys sign it. */
  department: string;
  title: BilingualText;
  /** 证照编号: that of the record. */
  number: string;
  /** 持证主体. Each part is null where it is not known, both for a person whom the certificate does not name. */
  holder: { name: string | null; uscc: string | null };
  /** 颁发机构. */
  authority: string;
  validFrom: string;
  /** Null when it has no end. */
  validUntil: string | null;
  details: readonly CertificateDetail[];
  /** ISO 8601. */
  issuedAt: string;
  /** Where its state is found: the entry of a status list, and the list's address. */
  status: { index: number; list: string };
}

/** The page that belongs to a credential: its digest, its size, and the object of the PDF that is left for the credential. */
export interface SignedPage {
  /** SHA-256 in hexadecimal digits. */
  sha256: string;
  bytes: number;
  object: number;
}
