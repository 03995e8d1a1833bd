export interface Answer {
  data?: unknown;
  errors?: readonly { path?: readonly (string | number)[] | undefined }[] | undefined;
}

/** How an answer differs from what it should be; null when it does not. Data has to be equal to the byte, order included. */
export function differenceOf(expected: Answer, received: Answer): string | null {
  const wanted = JSON.stringify(expected.data);
  const got = JSON.stringify(received.data);
  const errors = `  errors ${JSON.stringify(received.errors)}`;
  if (wanted !== got) return `data\n  expected ${wanted}\n  received ${got}\n${errors}`;

  // Which of several errors is told may differ, and so may how many; what they made null may not.
  const wantedNulls = nullPlaces(expected);
  const gotNulls = nullPlaces(received);
  if (wantedNulls === gotNulls) return null;
  return `nulls that an error explains\n  expected ${wantedNulls}\n  received ${gotNulls}\n${errors}`;
}

/** For each error the topmost null on its path, sorted; an error that made nothing null stands out by its whole path. */
function nullPlaces({ data, errors = [] }: Answer): string {
  const places = errors.map(({ path = ['no path'] }) => {
    let value: unknown = data;
    for (const [depth, part] of path.entries()) {
      if (value === null) return JSON.stringify(path.slice(0, depth));
      value = typeof value === 'object' && Object.hasOwn(value!, part) ? (value as never)[part] : undefined;
    }
    return value === null ? JSON.stringify(path) : `not null: ${JSON.stringify(path)}`;
  });
  return [...new Set(places)].sort().join(' ');
}

/** The answer with the keys of all objects sorted. */
export function inOneOrder({ data, errors }: Answer): Answer {
  return { data: sorted(data), errors };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // Without a prototype, so that every name is only a name.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value).sort()) copy[key] = sorted((value as Record<string, unknown>)[key]);
  return copy;
}
