/** What came of verifying a certificate, with the sentence that says so in English and in Chinese. */
export const VERDICTS = {
  VALID: ['The certificate is genuine and valid.', '证照真实有效。'],
  MALFORMED: ['This is no certificate of a department, or it is damaged.', '该文件不是电子证照，或已损坏。'],
  TOO_LARGE: ['The file is larger than any certificate.', '文件过大，不是电子证照。'],
  UNKNOWN_KEY: [
    'The certificate names a key that its department does not have: it was not issued by the department, or the key was withdrawn.',
    '签名密钥不属于所称的颁发部门：证照并非该部门签发，或密钥已作废。',
  ],
  UNSUPPORTED_ALGORITHM: [
    'The certificate is signed by an algorithm that is not accepted here.',
    '证照使用了此处不支持的签名算法。',
  ],
  WRONG_SIGNATURE: [
    'The certificate was changed, or was not signed by the department that it names.',
    '签名无效：证照内容被改动，或并非所称部门签发。',
  ],
  TEXT_ALTERED: [
    'The page is not the one that was signed: do not rely on what it shows.',
    '版面内容与签名不符：请勿采信所显示的内容。',
  ],
  OTHER_HOLDER: [
    'The certificate is genuine, but its holder is not the one that was expected.',
    '证照真实，但持证主体与所核验的主体不一致。',
  ],
  REVOKED: ['The certificate was revoked or cancelled.', '证照已被吊销、撤销或注销。'],
  EXPIRED: ['The certificate has expired.', '证照已过有效期。'],
  NOT_YET_VALID: ['The certificate is not valid yet.', '证照尚未生效。'],
  SUSPENDED: ['The certificate is suspended.', '证照已暂停使用。'],
  KEYS_UNAVAILABLE: [
    'The keys of the department cannot be had for now, so that nothing can be said about the certificate. Try again later, or choose its keys.',
    '暂时无法取得颁发部门的公钥，无法核验。请稍后再试，或选择其公钥。',
  ],
  STATUS_UNAVAILABLE: [
    'The signature is good, but whether the certificate was revoked cannot be found out for now. Try again later.',
    '签名有效，但暂时无法查询证照是否已被吊销或暂停。请稍后再试。',
  ],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

export type Verdict = keyof typeof VERDICTS;
