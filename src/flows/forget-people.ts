import { accountIdsHeld, eraseAccount, rememberErased } from '../defects/shell';
import { siteChain } from '../governance';
import { appendEntry, forgetPerson, peopleKnown } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { logInfo } from '../platform/log';
import { accountsPerReport, reportPeople } from '../platform/personal-data';
import { eraseFromSettings, peopleInSettings } from '../settings/shell';
import { eraseFromDigests } from '../triage/shell';

/**
 * Reports every account id that is held and forgets the people whose accounts were closed: they leave the defects and their histories,
 * and the ledger keeps a pseudonym that nobody can read any more. That somebody was forgotten is an entry, which says not who.
 */
export async function forgetPeople(now: Instant): Promise<void> {
  const erased = new Set<string>();
  for (const pageAfter of [accountIdsHeld, peopleKnown, peopleInSettings]) {
    let after = '';
    for (
      let page = await pageAfter(after, accountsPerReport);
      page.length > 0;
      page = await pageAfter(after, accountsPerReport)
    ) {
      after = page.at(-1) ?? after;
      for (const accountId of await reportPeople(page, now)) {
        await rememberErased(accountId);
        await eraseAccount(accountId);
        await forgetPerson(accountId);
        await eraseFromSettings(accountId);
        await eraseFromDigests(accountId);
        erased.add(accountId);
      }
    }
  }
  logInfo('people-reported', { erased: erased.size });
  if (erased.size === 0) return;
  await appendEntry(siteChain, {
    ...{ at: now, kind: 'person-erased', subject: 'people', entryKey: `person-erased:${now}` },
    ...{ actor: { kind: 'app', rule: null }, settings: null, body: { schema: 1, count: erased.size }, evidence: null },
  });
}
