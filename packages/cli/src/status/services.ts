import { InvalidArgumentError } from 'commander';
import type { LocalSystem } from '../options/local-system.ts';

/** A service whose status is asked for. */
export interface WatchedService {
  name: string;
  /** Without a path; null when only its metrics are known. */
  url: string | null;
  /** Of its metrics; null when it shows none. */
  metrics: string | null;
}

/** Addresses by the names of services, as options give them: `NAME=URL`, more than once. */
export type NamedAddresses = ReadonlyMap<string, string>;

/** @throws InvalidArgumentError */
export function readNamedAddress(text: string, before: NamedAddresses = new Map()): NamedAddresses {
  const [, name, url] = /^([\w.-]+)=(https?:\/\/.+)$/i.exec(text) ?? [];
  if (!name || !url || !URL.canParse(url)) {
    throw new InvalidArgumentError('Write it as NAME=URL, such as gateway=http://127.0.0.1:4000.');
  }
  return new Map([...before, [name, url]]);
}

/** The services that addresses name, in their order. */
export function namedServices(services: NamedAddresses, metrics: NamedAddresses): WatchedService[] {
  return [...new Set([...services.keys(), ...metrics.keys()])].map((name) => ({
    name,
    url: services.get(name) ?? null,
    metrics: metrics.get(name) ?? null,
  }));
}

/** The services of a system that runs here. */
export function localServices({ gateway, departments, portal, metrics }: LocalSystem): WatchedService[] {
  const all = [
    { name: 'gateway', url: gateway },
    ...departments.map(({ name, url }) => ({ name, url: new URL(url).origin })),
    ...(portal === null ? [] : [{ name: 'portal', url: portal }]),
  ];
  return all.map((service) => ({ ...service, metrics: metrics?.[service.name] ?? null }));
}
