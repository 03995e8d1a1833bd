import { VERDICTS } from '@yiwang/certificates/verify';
import type { Resolvers } from '../generated/types.ts';

export const certificateQueries = {
  verifyCertificate: (_root, { content, holder }, { verifyContent }) =>
    verifyContent(content, holder ?? null),
} satisfies Resolvers['Query'];

export const certificateTypes = {
  CertificateVerification: {
    message: ({ verdict }) => VERDICTS[verdict][0],
    messageZh: ({ verdict }) => VERDICTS[verdict][1],
    checkedAt: ({ checkedAt }) => checkedAt.toISOString(),
  },
  CertificateContent: {
    title: ({ title }) => title.zh,
    titleEn: ({ title }) => title.en,
    holderName: ({ holder }) => holder.name,
    holderUscc: ({ holder }) => holder.uscc,
  },
  CertificateLine: {
    label: ({ label }) => label.zh,
    labelEn: ({ label }) => label.en,
  },
} satisfies Pick<Resolvers, 'CertificateVerification' | 'CertificateContent' | 'CertificateLine'>;
