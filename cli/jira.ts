import type { JiraAccess } from './environment';
import { exchange } from './exchange';
import type { Reply } from './exchange';
import { persist, usualPatience } from './patience';
import type { Patience } from './patience';
import { realWorld } from './world';
import type { World } from './world';

/** What Jira's REST API answered. */
export type JiraAnswer =
  | { readonly kind: 'ok'; readonly body: unknown; readonly now: Date }
  /** `lasting` where asking again later cannot help: the account, or the address, is wrong. */
  | { readonly kind: 'refused'; readonly status: number; readonly because: string; readonly lasting: boolean }
  | { readonly kind: 'away'; readonly because: string };

/** Asks Jira's REST API as one account. Never throws, and never says a secret. */
export class Jira {
  constructor(
    private readonly access: JiraAccess,
    private readonly world: World = realWorld,
    private readonly patience: Patience = { ...usualPatience, tries: 4 },
  ) {}

  /** How the site is called in sentences. */
  get host(): string {
    return new URL(this.access.base).host;
  }

  get account(): string {
    return this.access.account === null ? 'an anonymous caller' : this.access.account.email;
  }

  /** @param path from the slash on @param what the thing that is asked for, in words */
  get(path: string, what: string): Promise<JiraAnswer> {
    return this.ask('GET', path, what);
  }

  /** For the searches that Jira takes as POST; they change nothing, so that they can be tried again. */
  post(path: string, body: object, what: string): Promise<JiraAnswer> {
    return this.ask('POST', path, what, JSON.stringify(body));
  }

  private async ask(method: 'GET' | 'POST', path: string, what: string, body?: string): Promise<JiraAnswer> {
    const { base, account } = this.access;
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(account === null
        ? {}
        : { authorization: `Basic ${Buffer.from(`${account.email}:${account.token}`).toString('base64')}` }),
    };
    const question = { method, url: base + path, headers, limit: 20_000, ...(body === undefined ? {} : { body }) };
    return this.read(await persist(() => exchange(question), this.patience, this.world), what);
  }

  private read(reply: Reply, what: string): JiraAnswer {
    if (reply.kind === 'silent')
      return { kind: 'away', because: `${this.host} could not be asked for ${what}: ${reply.because}.` };
    const { status, text, date, movedTo, asNobody } = reply;
    if (status === 200 && !asNobody) {
      try {
        return { kind: 'ok', body: JSON.parse(text), now: date ?? this.world.now() };
      } catch {
        return { kind: 'away', because: `${this.host} answered with something that is not JSON: is it a Jira site?` };
      }
    }
    const refused = (because: string, lasting: boolean): JiraAnswer => ({ kind: 'refused', status, because, lasting });
    if (movedTo !== null)
      return refused(
        `${this.host} points to ${movedTo}, where nothing is sent: correct JIRA_BASE_URL if that is your site.`,
        true,
      );
    if (status === 401 || status === 403 || asNobody)
      return refused(
        `${this.host} does not let ${this.account} read ${what} (${status}): check JIRA_EMAIL and JIRA_API_TOKEN, and the account's permissions.`,
        true,
      );
    if (status === 404) return refused(`${this.host} has no ${what}, or ${this.account} may not see it.`, false);
    if (status === 400) return refused(`${this.host} does not understand the question for ${what}${saidBy(text)}.`, true);
    return { kind: 'away', because: `${this.host} answered ${status} when asked for ${what}; try again in a minute.` };
  }
}

/** Jira's own words, such as what is wrong with a JQL. */
function saidBy(text: string): string {
  const message = /"errorMessages"\s*:\s*\[\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? '';
  return message === ''
    ? ''
    : `: ${message
        .slice(0, 300)
        .replace(/\\"/g, '"')
        .replace(/[.\s]+$/, '')}`;
}
