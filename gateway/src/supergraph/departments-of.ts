import { Kind, parse } from 'graphql';

/** A department of a supergraph. */
export interface GraphDepartment {
  name: string;
  /** Address of its GraphQL. */
  url: string;
}

const NONE: readonly GraphDepartment[] = [];

/**
 * Makes the function that lists the departments of the current supergraph, by name. Each supergraph is read once.
 *
 * @param sdlOf returns null until there is a supergraph
 */
export function createDepartmentsOf(sdlOf: () => string | null): () => readonly GraphDepartment[] {
  let read: { sdl: string; departments: readonly GraphDepartment[] } | null = null;

  return function departmentsOf() {
    const sdl = sdlOf();
    if (sdl === null) return NONE;
    if (read?.sdl !== sdl) read = { sdl, departments: readDepartments(sdl) };
    return read.departments;
  };
}

/** Makes the function that returns the names of the departments. */
export function createNamesOf(departmentsOf: () => readonly GraphDepartment[]): () => ReadonlySet<string> {
  let read: { departments: readonly GraphDepartment[]; names: ReadonlySet<string> } | null = null;
  return () => {
    const departments = departmentsOf();
    if (read?.departments !== departments) {
      read = { departments, names: new Set(departments.map(({ name }) => name)) };
    }
    return read.names;
  };
}

/** Reads departments from `enum join__Graph { TAX @join__graph(name: "tax", url: "…") }`. */
function readDepartments(sdl: string): GraphDepartment[] {
  const { definitions } = parse(sdl, { noLocation: true });
  return definitions
    .flatMap((one) =>
      one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph' ? (one.values ?? []) : [],
    )
    .flatMap(({ directives = [] }) => directives.filter(({ name }) => name.value === 'join__graph'))
    .map(({ arguments: given = [] }) => {
      const text = (wanted: string) => {
        const value = given.find(({ name }) => name.value === wanted)?.value;
        return value?.kind === Kind.STRING ? value.value : '';
      };
      return { name: text('name'), url: text('url') };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}
