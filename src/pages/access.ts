/** What a person may see of a project: whether it at all, and issues of which security levels. */
export interface Access {
  readonly mayBrowse: boolean;
  readonly levels: readonly string[];
}

/** Whether the person may see an issue of this security level; null is an issue without one. */
export function maySee(access: Access, securityLevel: string | null): boolean {
  return access.mayBrowse && (securityLevel === null || access.levels.includes(securityLevel));
}
