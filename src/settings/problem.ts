/** Something in a settings document that cannot stand: where (a path such as `openDefects.2.stage`) and what to do. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}
