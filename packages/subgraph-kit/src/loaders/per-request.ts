/** Makes a value for one request, which lives as long as the request. */
export interface PerRequest<Value> {
  (): Value;
  readonly isPerRequest: true;
}

/** The definitions as one request has them: its own value of each {@link PerRequest}, and everything else unchanged. */
export type OfRequest<Definitions> = {
  readonly [Name in keyof Definitions]: Definitions[Name] extends PerRequest<infer Value>
    ? Value
    : Definitions[Name];
};

export function perRequest<Value>(create: () => Value): PerRequest<Value> {
  return Object.assign(create, { isPerRequest: true as const });
}

/**
 * The loaders of a department, defined once for a database.
 *
 * @param definitions loaders, searches and other functions, by name
 * @returns makes one request's loaders, each when it is first used
 */
export function defineLoaders<Definitions extends object>(
  definitions: Definitions,
): PerRequest<OfRequest<Definitions>> {
  class Loaders {}
  for (const [name, definition] of Object.entries(definitions) as [string, unknown][]) {
    Object.defineProperty(
      Loaders.prototype,
      name,
      isPerRequest(definition)
        ? {
            get(this: Loaders) {
              const value = definition();
              Object.defineProperty(this, name, { value });
              return value;
            },
          }
        : { value: definition },
    );
  }
  return perRequest(() => new Loaders() as OfRequest<Definitions>);
}

function isPerRequest(definition: unknown): definition is PerRequest<unknown> {
  return typeof definition === 'function' && 'isPerRequest' in definition;
}
