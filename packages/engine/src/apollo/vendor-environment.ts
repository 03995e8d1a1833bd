/**
 * Cuts the vendor's packages off from their environment variables.
 *
 * Variables named APOLLO_* make them report usage, upload the schema, fetch a supergraph from the
 * vendor's cloud, or switch security checks off. None of them is a setting of ours, and nothing of
 * ours may call out of a closed network. Call it before such a package is loaded.
 */
export function ignoreVendorEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith('APOLLO_')) delete environment[name];
  }
  // The gateway reports its metrics unless it is told not to.
  environment['APOLLO_TELEMETRY_DISABLED'] = '1';
}
