/** One department as the gateway will reach it. */
export interface DepartmentAddress {
  name: string;
  /** Its folder with schema.graphql. */
  directory: string;
  /** Of its GraphQL endpoint. */
  url: string;
}
