import { type GraphQLSchema, isNonNullType } from 'graphql';
import { schema } from './subgraph.ts';

/**
 * Root fields that everyone may select, signed in or not, with the reason. Every other root field requires a client that has signed
 * in (`@authenticated`, `@requiresScopes`), a credential, or both. A test checks each of them.
 */
export const PUBLIC_ROOTS: Readonly<Record<string, string>> = {
  'Query.region': 'The list of administrative regions is published by law.',
  'Query.regions': 'The list of administrative regions is published by law.',
  'Query.departments':
    'The public catalogue names the departments that share; what they published is restricted.',
  'Query.department':
    'As Query.departments; what it published requires a credential or the scope registry:read.',
  'Query.dataResources': 'Everyone may search the data catalogue for what they can apply for.',
  'Query.dataResource': 'Everyone may search the data catalogue for what they can apply for.',
  'Query.dataCatalogue': 'Everyone may search the data catalogue for what they can apply for.',
  'Query.sharingRules': 'The time limits are those of a published regulation.',
  'Query.sharingStatistics': 'The ratios of sharing are published. They are counts, and name no client.',
};

/** Public root fields that the exchange also answers at its own port: clients of the registry need them before there is a gateway. */
const PUBLIC_AT_OWN_PORT = ['Query.departments', 'Query.department', 'Query.dataCatalogue'];

/** A root field that takes a credential, or several. */
interface CredentialedRoot {
  coordinate: string;
  /** False when a scope of the client is enough. */
  isRequired: boolean;
}

/** The root fields of a schema that take credentials. */
export function credentialedRoots(of: GraphQLSchema): CredentialedRoot[] {
  return [of.getQueryType(), of.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).flatMap(({ name, args }) => {
      const credential = args.find((one) => one.name === 'credential' || one.name === 'credentials');
      if (!credential) return [];
      return [{ coordinate: `${type!.name}.${name}`, isRequired: isNonNullType(credential.type) }];
    }),
  );
}

/**
 * Root fields that the exchange answers at its own port without the assertion of a gateway: those that verify a credential
 * themselves, and a few that are public.
 */
export const OPEN_ROOTS: readonly string[] = [
  ...credentialedRoots(schema).map(({ coordinate }) => coordinate),
  ...PUBLIC_AT_OWN_PORT,
];
