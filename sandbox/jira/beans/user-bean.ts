import type { Site } from '../site/site';
import type { User } from '../model';

const SIZES = ['48x48', '24x24', '16x16', '32x32'];

/** A user as REST shows it within other objects. E-mail addresses are shown: the sandbox's people have no privacy settings. */
export function userBean(site: Site, user: User): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`),
    accountId: user.accountId,
    emailAddress: user.emailAddress,
    avatarUrls: avatarUrls(site, user.accountId),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
    accountType: user.accountType,
  };
}

export function userBeanOf(site: Site, accountId: string | null): Record<string, unknown> | null {
  if (accountId === null) {
    return null;
  }
  const user = site.users.get(accountId);
  return user === undefined ? deletedUser(site, accountId) : userBean(site, user);
}

/** Accounts that an export names but does not describe. */
function deletedUser(site: Site, accountId: string): Record<string, unknown> {
  const self = site.url(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`);
  return {
    self,
    accountId,
    avatarUrls: avatarUrls(site, accountId),
    displayName: 'Former user',
    active: false,
    accountType: 'atlassian',
  };
}

export function avatarUrls(site: Site, name: string): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [size, site.url(`/avatar/${encodeURIComponent(name)}?size=${size}`)]));
}
