import { defectsById } from '../defects/shell';
import { appendEntry } from '../governance/shell';
import { dayWords } from '../kernel/day-words';
import { revisionOf } from '../triage';
import type { Deferral, DeferralEvent } from '../triage';
import { noteDeferralEntered } from '../triage/shell';
import type { StoredDeferral } from '../triage/shell';

/**
 * Enters in the ledger what happened to a deferral and does not stand there yet. An entry is known by its place among the events, so
 * that doing it again enters nothing twice. What people wrote is evidence: it may name issues, and the entry itself does not.
 */
export async function enterDeferral(deferral: StoredDeferral, settings: number | null): Promise<void> {
  const revision = revisionOf(deferral);
  if (deferral.entered >= revision) return;
  const [defect] = await defectsById([deferral.issueId]);
  const issue = { id: deferral.issueId, key: defect?.key ?? '', level: defect?.securityLevel ?? null };
  for (const [index, event] of deferral.events.entries()) {
    if (index < deferral.entered) continue;
    const words = { rationale: deferral.rationale, control: deferral.control, because: event.because };
    await appendEntry(
      deferral.projectId,
      {
        ...{ at: event.at, kind: `deferral-${event.act}`, subject: `issue:${deferral.issueId}`, settings },
        entryKey: `deferral:${deferral.id}:${index + 1}`,
        actor: event.who === null ? { kind: 'app', rule: 'deferrals' } : { kind: 'person', pseudonym: event.who },
        body: {
          schema: 1,
          ...{ deferral: deferral.id, target: deferral.target.name, until: event.expiresAt.slice(0, 10) },
          ...{ reason: deferral.reason.name, severity: deferral.severity ?? 'none', time: deferral.k },
          sentence: sentenceOf(deferral, event),
        },
        evidence: { issues: [{ ...issue, ...words }] },
      },
      [deferral.issueId],
    );
  }
  await noteDeferralEntered(deferral.id, revision);
}

function sentenceOf({ severity, target, reason, k }: Deferral, { act, who, because, expiresAt }: DeferralEvent): string {
  const what = `The deferral of ${severity === null ? 'a defect without a severity' : `an ${severity} defect`} to ${target.name}`;
  const until = `until ${dayWords(expiresAt)}`;
  // The app's own reasons name releases and days; those of people are evidence.
  const why = who === null && because !== null ? ` ${because}` : '';
  switch (act) {
    case 'requested':
      return `${what} ${until} was asked for: ${reason.name.charAt(0).toLowerCase()}${reason.name.slice(1)}.`;
    case 'approved':
      return `${what} was approved ${until}${k === 1 ? '' : `; the defect is deferred for the ${k}${ending(k)} time`}.`;
    case 'refused':
      return `${what} was refused.`;
    case 'extended':
      return `${what} was extended ${until}.`;
    case 'expired':
      return `${what} is over, and the defect counts again.${why}`;
    case 'withdrawn':
      return `${what} was withdrawn.${why}`;
    case 'fulfilled':
      return `${what} is fulfilled.${why}`;
    case 'reinstated':
      return `${what} was reinstated ${until}.`;
  }
}

function ending(k: number): string {
  if (k % 100 >= 11 && k % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][k % 10] ?? 'th';
}
