import type { Exchange } from './exchange';
import type { ChromeParts } from './parts';
import type { User } from '../jira/model';

const cookieName = 'sandbox-user';
const defaultEmail = 'rhea@example.com';

function cookieOf(exchange: Exchange): string | null {
  const pair = (exchange.headers.cookie ?? '')
    .split(';')
    .map((item) => item.trim())
    .find((item) => item.startsWith(`${cookieName}=`));
  if (pair === undefined) return null;
  const raw = pair.slice(cookieName.length + 1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** People one can be: no apps. */
export const people = (parts: ChromeParts): readonly User[] =>
  parts.seed.users.filter((user) => user.accountType === 'atlassian' && user.active);

/** Who looks at the page: the cookie's user, else the demo release manager, else the first person of the site. */
export function viewerOf(parts: ChromeParts, exchange: Exchange): User {
  const known = people(parts);
  const asked = cookieOf(exchange);
  const preset = parts.jira.accountIdOf(defaultEmail);
  const viewer =
    known.find((user) => user.accountId === asked) ??
    known.find((user) => user.accountId === preset) ??
    known.find((user) => user.active);
  if (viewer === undefined) throw new Error('The site of the sandbox has no people, so there is nobody to look at its pages.');
  return viewer;
}

/** `Set-Cookie` that makes this person the viewer; null for somebody whom the site does not know. */
export function viewerCookie(parts: ChromeParts, accountId: string): string | null {
  if (!people(parts).some((user) => user.accountId === accountId)) return null;
  return `${cookieName}=${encodeURIComponent(accountId)}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
