/** What a person may decide in a project. */
export interface May {
  readonly overrideGates: boolean;
  readonly liftHolds: boolean;
  readonly approveDeferrals: boolean;
}

/** For somebody who may decide nothing. */
export const mayNothing: May = { overrideGates: false, liftHolds: false, approveDeferrals: false };

/** What a person may see of a project: whether it at all, and issues of which security levels; and what the person may decide. */
export interface Access {
  readonly mayBrowse: boolean;
  readonly levels: readonly string[];
  readonly may: May;
}

/** Whether the person may see an issue of this security level; null is an issue without one. */
export function maySee(access: Access, securityLevel: string | null): boolean {
  return access.mayBrowse && (securityLevel === null || access.levels.includes(securityLevel));
}

/**
 * Whether a person may decide something that one of Holdpoint's own permissions is for. Once anybody holds it in the project, only who
 * holds it may; until then project admins, so that an admin who never heard of the permission is not locked out.
 */
export function mayDecide(person: { granted: boolean; has: boolean; admin: boolean }): boolean {
  return person.granted ? person.has : person.admin;
}
