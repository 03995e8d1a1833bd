/** What we use of a package that has no types. */
declare module '@20minutes/s3rver' {
  export interface Context {
    path: string;
    method: string;
    app: object;
  }
  export interface Store {
    getResourcePath(bucket: string, key: string, resource: string): string;
    /** Returns the number of bytes and their MD5, in hexadecimal digits. */
    putContent(path: string, content: Buffer | NodeJS.ReadableStream): Promise<[number, string]>;
    deleteObject(bucket: string, key: string): Promise<void>;
  }
  export default class S3rver {
    constructor(options: object);
    store: Store;
    middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
