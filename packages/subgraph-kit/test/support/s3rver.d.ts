/** What we use of a package that has no types. */
declare module '@20minutes/s3rver' {
  export interface Context {
    path: string;
    method: string;
    app: object;
  }
  export default class S3rver {
    constructor(options: object);
    middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
