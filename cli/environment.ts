import type { Connection } from '../src/contracts/connection';
import { Misuse } from './command';

/** Environment variables. One that is set to nothing counts as not set: build servers do so with secrets that they withhold. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Where Jira is, and as whom it is asked. */
export interface JiraAccess {
  /** Without a slash at its end. */
  readonly base: string;
  /** Null asks without a name. */
  readonly account: { readonly email: string; readonly token: string } | null;
}

/** Where `npm start` puts the sandbox. */
const sandbox = 'http://127.0.0.1:4750';

/** @throws Misuse where neither the option nor HOLDPOINT_PROJECT says which project */
export function projectOf(option: string | undefined, variables: Variables): string {
  const project = given(option) ?? given(variables['HOLDPOINT_PROJECT']);
  if (project === null) throw new Misuse('Which project? Give --project KEY or set HOLDPOINT_PROJECT.');
  return project;
}

/**
 * Jira by JIRA_BASE_URL, JIRA_EMAIL and JIRA_API_TOKEN.
 * @param option `--site`, which goes before JIRA_BASE_URL
 * @returns null where neither names a site
 * @throws Misuse where what they say cannot be used
 */
export function jiraOf(option: string | undefined, variables: Variables): JiraAccess | null {
  const email = given(variables['JIRA_EMAIL']);
  const token = given(variables['JIRA_API_TOKEN']);
  const site = given(option) ?? given(variables['JIRA_BASE_URL']);
  if (site === null) {
    if (email !== null && token !== null) throw new Misuse('JIRA_BASE_URL is missing: the address of your Jira site.');
    return null;
  }
  if (!URL.canParse(site))
    throw new Misuse('JIRA_BASE_URL (or --site) is not the address of a site, such as https://example.atlassian.net.');
  const url = new URL(site);
  if (url.username !== '' || url.password !== '')
    throw new Misuse('The address of the site holds a name or a password: put them into JIRA_EMAIL and JIRA_API_TOKEN.');
  if (!isSafe(url)) throw new Misuse(`${url.host} must be asked by https: your token would travel in the open.`);
  if ((email === null) !== (token === null))
    throw new Misuse(`${email === null ? 'JIRA_EMAIL' : 'JIRA_API_TOKEN'} is missing: Jira takes both or none.`);
  return {
    base: `${url.origin}${url.pathname}`.replace(/\/+$/, ''),
    account: email === null || token === null ? null : { email, token },
  };
}

/** Jira as {@link jiraOf}, else the sandbox. */
export function jiraOrSandbox(option: string | undefined, variables: Variables): JiraAccess {
  return jiraOf(option, variables) ?? { base: sandbox, account: null };
}

/**
 * What HOLDPOINT_CONNECTION says; null where it is not set.
 * @throws Misuse where it cannot be read, without quoting it
 */
export async function connectionOf(variables: Variables): Promise<Connection | null> {
  const text = given(variables['HOLDPOINT_CONNECTION']);
  if (text === null) return null;
  const { parseConnection } = await import('../src/contracts/connection');
  const connection = parseConnection(text);
  if (connection === null)
    throw new Misuse('HOLDPOINT_CONNECTION is not what the settings page shows: was it cut when it was copied? It is one line.');
  const open = Object.values(connection.urls).find((url) => !isSafe(new URL(url)));
  if (open !== undefined) throw new Misuse(`HOLDPOINT_CONNECTION names ${new URL(open).host} without https.`);
  return connection;
}

/** @throws Misuse where it is not set or cannot be read */
export async function neededConnection(variables: Variables): Promise<Connection> {
  const connection = await connectionOf(variables);
  if (connection === null)
    throw new Misuse('HOLDPOINT_CONNECTION is not set: an admin makes one on the Holdpoint settings page, under "Sources".');
  return connection;
}

/** The trimmed text; null where there is none. */
export function given(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Encrypted, or on this machine or its own network (a name without a dot, such as a service of the build). */
function isSafe({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (/^(127(\.\d+){3}|\[::1\])$/.test(hostname) || !hostname.includes('.'));
}
