import { PostgresError } from './postgres-error.ts';

/**
 * What a failed connection or a refused statement means, in one line. The URL's password is never shown.
 *
 * @returns null for an error that no setting would mend: a bug
 */
export function explainConnectionError(error: unknown, url: string): PostgresError | null {
  if (error instanceof PostgresError) return error;
  const { code } = error as { code?: string };
  const { host, username, pathname } = new URL(url);
  const user = decodeURIComponent(username);
  const explained = EXPLANATIONS[code ?? '']?.({
    host,
    user,
    database: decodeURIComponent(pathname.slice(1)),
  });
  return explained ? new PostgresError(explained, { cause: error }) : null;
}

interface Target {
  /** With the port, as in the URL. */
  host: string;
  user: string;
  database: string;
}

/** By the code of the operating system, of the driver or of PostgreSQL (appendix A of its manual). */
const EXPLANATIONS: Readonly<Record<string, (at: Target) => string>> = {
  ECONNREFUSED: ({ host }) => `Nothing listens at ${host}. Start PostgreSQL there, or correct DATABASE_URL.`,
  ENOTFOUND: ({ host }) => `There is no host ${host}. Correct DATABASE_URL.`,
  EAI_AGAIN: ({ host }) =>
    `The name ${host} cannot be looked up. Correct DATABASE_URL, or mend the name service.`,
  EHOSTUNREACH: ({ host }) => `${host} cannot be reached. Correct DATABASE_URL, or mend the network.`,
  ENETUNREACH: ({ host }) => `${host} cannot be reached. Correct DATABASE_URL, or mend the network.`,
  ECONNRESET: ({ host }) => `${host} closed the connection: it may not be PostgreSQL. Correct DATABASE_URL.`,
  CONNECTION_CLOSED: ({ host }) =>
    `${host} closed the connection: it may not be PostgreSQL. Correct DATABASE_URL.`,
  CONNECT_TIMEOUT: ({ host }) => `${host} does not answer as PostgreSQL does. Correct DATABASE_URL.`,
  '28P01': ({ host, user }) => `${host} refuses the password of "${user}". Correct DATABASE_URL.`,
  '28000': ({ host, user }) =>
    `${host} does not let "${user}" in from here. Correct DATABASE_URL, or its pg_hba.conf.`,
  '3D000': ({ host, database }) =>
    `${host} has no database "${database}". End DATABASE_URL in one that exists, such as /postgres.`,
  '42501': ({ host, user }) =>
    `"${user}" may not do this at ${host}. Give it the right: alter role "${user}" createdb; and make it owner of the yiwang databases.`,
  '53100': ({ host }) => `The disk of the PostgreSQL at ${host} is full. Free some space and start again.`,
  '53300': ({ host }) => `${host} has no connection left. Raise max_connections, or end other clients.`,
  '57P03': ({ host }) => `The PostgreSQL at ${host} is still starting. Try again in a moment.`,
};
