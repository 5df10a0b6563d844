import { z } from 'zod';
import type { Clock } from '../clock';
import type { PlatformReply } from './backend/wire';
import { answer } from './platform-answer';

/** Of one request (api/out/privacy/index.js). */
const mostAccounts = 90;
const scope = 'report:personal-data';

const reportRequest = z.object({
  accounts: z
    .array(z.object({ accountId: z.string().min(1), updatedAt: z.iso.datetime({ offset: true }) }))
    .min(1)
    .max(mostAccounts),
});
const markRequest = z.strictObject({ accountId: z.string().min(1), status: z.enum(['closed', 'updated']) });

interface MarkedAccount {
  readonly accountId: string;
  readonly status: 'closed' | 'updated';
  /** Instant of the sandbox's clock. */
  readonly at: string;
}

/** What the app said it keeps of a person. */
interface ReportedAccount {
  readonly accountId: string;
  readonly updatedAt: string;
  readonly reportedAt: string;
}

/** `GET /sandbox/accounts` */
export interface AccountsView {
  readonly marked: readonly MarkedAccount[];
  readonly reported: readonly ReportedAccount[];
}

/**
 * The service behind `privacy.reportPersonalData`, `POST /app/report-accounts`: 200 with the accounts whose data the app must erase
 * (`closed`) or fetch anew (`updated` after the app's own `updatedAt`), 204 where there are none
 * (developer.atlassian.com/platform/forge/user-privacy-guidelines and runtime-reference/privacy-api). Unconfirmed: that a closed account
 * is answered for as long as the app reports it, and the words of a refusal.
 */
export class AccountReports {
  private readonly marked = new Map<string, MarkedAccount>();
  private readonly reported = new Map<string, ReportedAccount>();

  constructor(private readonly clock: Clock) {}

  /** From now on the account is reported as closed or updated. @throws RangeError for anything but an accountId and a status */
  mark(input: unknown): void {
    const parsed = markRequest.safeParse(input);
    if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
    this.marked.set(parsed.data.accountId, { ...parsed.data, at: this.now() });
  }

  view(): AccountsView {
    return { marked: [...this.marked.values()], reported: [...this.reported.values()] };
  }

  report(body: string, scopes: readonly string[]): PlatformReply {
    if (!scopes.includes(scope)) return answer(403, { message: `The app has no scope ${scope}.` });
    const parsed = reportRequest.safeParse(JSON.parse(body));
    if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
    const reportedAt = this.now();
    for (const account of parsed.data.accounts) this.reported.set(account.accountId, { ...account, reportedAt });
    const accounts = parsed.data.accounts.flatMap(({ accountId, updatedAt }) => {
      const mark = this.marked.get(accountId);
      if (!mark || (mark.status === 'updated' && Date.parse(updatedAt) >= Date.parse(mark.at))) return [];
      return [{ accountId, status: mark.status }];
    });
    return accounts.length === 0 ? answer(204) : answer(200, { accounts });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
