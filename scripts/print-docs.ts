import { writeFileSync } from 'node:fs';
import { ERROR_CODES } from '@yiwang/errors';
import { caseSettings } from '@yiwang/subgraph-kit/cases';
import { certificateSettings } from '@yiwang/subgraph-kit/certificates';
import { materialSettings } from '@yiwang/subgraph-kit/materials';
import { migrationSettings } from '@yiwang/subgraph-kit/prepare/settings';
import { localSignInSettings } from '@yiwang/local-sign-in';
import { z } from 'zod';
import { gatewaySettings } from '../gateway/src/config/config.ts';
import { FILE_HEADERS, RESPONSE_HEADERS } from '../gateway/src/pipeline/request/response-headers.ts';
import { portalSettings } from '../packages/portal/server/config.ts';
import { enterpriseSettings } from '../subgraphs/enterprises/src/config.ts';
import { accessMonthSettings } from '../subgraphs/exchange/src/access-months.ts';
import { registrySettings } from '../subgraphs/exchange/src/config.ts';
import { seedSettings } from '../subgraphs/exchange/seed/settings.ts';
import { permitSettings } from '../subgraphs/permits/src/config.ts';
import { verificationSettings } from '../subgraphs/services/src/certificates/certificate-settings.ts';
import { departmentPorts, departmentSettings } from './department-settings.ts';
import { envExample } from './env-example.ts';
import { errorsPage } from './errors-page.ts';
import { type SettingsSection, settingsPage } from './settings-page.ts';

/** `4001 enterprises, 4002 permits, …` */
const ports = (await departmentPorts()).map(({ name, port }) => `${port} ${name}`).join(', ');

const sections: SettingsSection[] = [
  {
    title: 'Gateway',
    intro: 'Read by `npm run gateway`, whose command line overrides the first five.',
    shape: gatewaySettings,
  },
  {
    title: 'Portal',
    intro:
      'Read by `packages/portal/server/main.ts`; `prepare.ts` beside it reads DATABASE_URL. docs/portal.md describes how people sign in.',
    shape: portalSettings,
  },
  {
    title: 'Local sign-in',
    intro: 'Read by `packages/local-sign-in/src/main.ts`, which only `npm start` should run.',
    shape: localSignInSettings,
  },
  {
    title: 'Departments',
    intro: `Read by every department's \`src/main.ts\`; \`prepare.ts\` and \`import.ts\` read DATABASE_URL. PORT differs: ${ports}.`,
    shape: departmentSettings,
  },
  {
    title: 'Migrations of departments',
    intro:
      'Read by `src/prepare.ts` of every department, which `npm start` and `prepare` of docker-compose.yml run.',
    shape: migrationSettings,
  },
  {
    title: 'Retention of the access log',
    intro: 'Read by `src/prepare.ts` of the exchange, beside those of migrations.',
    shape: accessMonthSettings,
  },
  {
    title: 'Departments that take materials',
    intro: 'Read beside those of every department by those to whom people send files.',
    shape: z.object(materialSettings()),
  },
  {
    title: 'Departments that issue certificates',
    intro:
      'Read beside those of every department by those that certify what they decide: permits, enterprises and land.',
    shape: z.object(certificateSettings()),
  },
  {
    title: 'Verification of certificates',
    intro:
      'Read by `subgraphs/services/src/main.ts` beside those of every department, with GATEWAY_URL as under Cases.',
    shape: z.object(verificationSettings),
  },
  {
    title: 'Registry',
    intro:
      'Read by `subgraphs/exchange/src/main.ts` beside those of every department. Its BODY_LIMIT_BYTES is 33,554,432 by default: schemas are sent to it.',
    shape: registrySettings,
  },
  {
    title: 'Cases',
    intro:
      'Read beside those of every department by those that decide cases. Tax decides none, and reads those of the outbox.',
    shape: caseSettings,
  },
  {
    title: 'Enterprises',
    intro: 'Read by `subgraphs/enterprises/src/main.ts` beside those of every department that decides cases.',
    shape: enterpriseSettings,
  },
  {
    title: 'Permits',
    intro: 'Read by `subgraphs/permits/src/main.ts` beside those of every department that decides cases.',
    shape: permitSettings,
  },
  {
    title: 'First start of the exchange department',
    intro: 'Read by `subgraphs/exchange/src/prepare.ts` when its database is new.',
    shape: seedSettings,
  },
];

/** Prints docs/errors.md, docs/config.md and .env.example from the objects that the code itself uses. */

writeFileSync('docs/errors.md', errorsPage(ERROR_CODES, { ...RESPONSE_HEADERS, ...FILE_HEADERS }));
writeFileSync('docs/config.md', settingsPage(sections));
writeFileSync('.env.example', envExample(sections));
