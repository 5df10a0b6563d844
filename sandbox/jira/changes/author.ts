/** Who causes a change. */
export interface Author {
  readonly accountId: string | null;
  /** Whether the app causes it: `filter.ignoreSelf` of its triggers. */
  readonly selfGenerated: boolean;
}
