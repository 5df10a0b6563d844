/** The connection that the sandbox's Forge SQL works on: a database server and one empty schema in it. */
export interface DatabaseAddress {
  /** Either a Unix socket or a host and port. */
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user: string;
  readonly password: string;
  /** The schema that belongs to the app's installation; dropped and made anew on every start. */
  readonly schema: string;
}
