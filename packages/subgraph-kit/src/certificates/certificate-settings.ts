import { z } from 'zod';

/**
 * The settings of a department that issues certificates, beside those of every department.
 *
 * @example serviceSettings(4002).extend(certificateSettings())
 */
export function certificateSettings() {
  return {
    CERTIFICATE_KEYS: z
      .string()
      .default('')
      .describe(
        'File of the keys that sign certificates: a JSON Web Key Set whose keys have kid and alg. The first signs; the public halves of all are published, so that what was signed before stays valid. Read again when it changes. When empty, no certificates are issued.',
      ),
    CERTIFICATE_ISSUER: z
      .string()
      .regex(/^(?:[0-9A-Z]{18})?$/, { error: 'must be the USCC of the organisation, 18 characters' })
      .default('')
      .describe(
        'USCC of the organisation that issues certificates, for their identifiers (GB/T 36904-2018). Required with CERTIFICATE_KEYS.',
      ),
    CERTIFICATE_TYPES: z
      .string()
      .regex(/^(?:[a-z-]+=[0-9A-Z]{18}\d{3}(?:,|$))*$/, {
        error: 'must be kind=code, with commas between them',
      })
      .default('')
      .describe(
        'Codes of certificate types 证照类型代码 that another organisation defines, such as permit=11100000MB0341032Y002. Without one, a type is the department’s own: its CERTIFICATE_ISSUER and three digits.',
      ),
    CERTIFICATE_BASE_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://data.example' })
      .default('http://127.0.0.1:4000')
      .transform((url) => url.replace(/\/+$/, ''))
      .describe(
        'Address of the gateway as anybody reaches it, in QR codes and for status lists. It is printed on certificates: choose one that stays.',
      ),
    CERTIFICATE_STATUS_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(86_400)
      .default(300)
      .describe(
        'Seconds for which a status list counts: so late may a verifier see that a certificate was revoked.',
      ),
  };
}

export type CertificateSettings = z.infer<z.ZodObject<ReturnType<typeof certificateSettings>>>;
