import type { SharingClass, UpdateCycle } from '../sdl/sharing.ts';

/** An entry of the data catalogue 政务信息资源: a type of one department, or the fields it adds to a type of another. */
export interface DataResource {
  /** Stable as long as department and type keep their names. See codeOf. */
  code: string;
  /** The Chinese term in the description, else the name of the type. */
  name: string;
  /** Name of the type. */
  coordinate: string;
  department: string;
  summary: string | null;
  sharing: SharingClass;
  basis: string | null;
  cycle: UpdateCycle | null;
  format: string;
  /** Of the supergraph from which the catalogue was derived. */
  version: number;
  /** In the order of the department's schema. */
  fields: DataResourceField[];
  /** Codes of resources that a field leads to, and of what other departments hold of the same type; sorted. */
  related: string[];
}

/** One data item 信息项. */
export interface DataResourceField {
  name: string;
  /** `Type.field`. */
  coordinate: string;
  /** As GraphQL writes it, such as `[String!]!`. */
  type: string;
  summary: string | null;
  sharing: SharingClass;
  basis: string | null;
  cycle: UpdateCycle | null;
}
