import { serviceSettings } from '@yiwang/subgraph-kit';
import { gatewayClientSettings } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';
import { verificationSettings } from './certificates/certificate-settings.ts';

/** Settings of the department, besides those of every department. */
export const servicesSettings = z.object(gatewayClientSettings).extend(verificationSettings);

export const settings = serviceSettings(4006).extend(servicesSettings.shape);

export type ServicesConfig = z.infer<typeof settings>;
