import { defectById } from '../defects/shell';
import { freezeCauseWords } from '../gates';
import type { Attempt, Freeze, FreezeException } from '../gates';
import { attemptStore, exceptionStore, freezeStore } from '../gates/shell';
import type { StoredAttempt, StoredException, StoredFreeze } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';

const actorOf = (who: string | null, rule: string) =>
  who === null ? ({ kind: 'app', rule } as const) : ({ kind: 'person', pseudonym: who } as const);
const timeWords = (at: Instant) => `${dayWords(at)}, ${at.slice(11, 16)} UTC`;

const freezeKinds = {
  began: 'freeze-begun',
  ended: 'freeze-ended',
  released: 'freeze-ended',
  resumed: 'freeze-begun',
} as const;

/** Enters in the ledger what happened to a freeze and does not stand there yet; doing it again enters nothing twice. */
export async function enterFreeze(freeze: StoredFreeze, settings: number | null): Promise<void> {
  const { id, projectId, version, cause, since, events, entered } = freeze;
  for (const [index, { act, at, who, because }] of events.entries()) {
    if (index < entered) continue;
    await appendEntry(projectId, {
      ...{ at, kind: freezeKinds[act], subject: `version:${version.id}`, entryKey: `freeze:${id}:${index + 1}`, settings },
      actor: actorOf(who, 'freeze'),
      body: { schema: 1, version, freeze: id, cause, since, sentence: freezeSentence(freeze, act) },
      // What people wrote may name issues.
      evidence: { because },
    });
  }
  if (events.length > entered) await freezeStore.noteEntered(id, events.length);
}

function freezeSentence({ version, cause, since }: Freeze, act: Freeze['events'][number]['act']): string {
  switch (act) {
    case 'began':
      return `${version.name} is frozen since ${timeWords(since)}, ${freezeCauseWords[cause]}.`;
    case 'resumed':
      return `${version.name} was taken back, and is frozen again.`;
    case 'released':
      return `${version.name} is out: its freeze is over.`;
    case 'ended':
      return `The freeze of ${version.name} was ended.`;
  }
}

async function issueOf(defectId: string) {
  const defect = await defectById(defectId);
  return { id: defectId, key: defect?.key ?? '', level: defect?.securityLevel ?? null };
}

/** The same for an exception. */
export async function enterException(exception: StoredException, settings: number | null): Promise<void> {
  const { id, projectId, version, defectId, hours, until, events, entered } = exception;
  if (events.length === entered) return;
  const issue = await issueOf(defectId);
  for (const [index, { act, at, who, because }] of events.entries()) {
    if (index < entered) continue;
    const fact = {
      ...{ at, kind: `freeze-exception-${act}`, subject: `version:${version.id}`, settings },
      entryKey: `freeze-exception:${id}:${index + 1}`,
      actor: actorOf(who, 'freeze'),
      body: {
        schema: 1,
        ...{ version, hours, until: act === 'approved' ? until : null, sentence: exceptionSentence(exception, act) },
      },
      evidence: { issues: [{ ...issue, because }] },
    };
    await appendEntry(projectId, fact, [defectId]);
  }
  await exceptionStore.noteEntered(id, events.length);
}

function exceptionSentence({ version, hours, until }: FreezeException, act: FreezeException['state']): string {
  const what = `An exception from the freeze of ${version.name}`;
  switch (act) {
    case 'requested':
      return `${what} was asked for, for ${hours} ${hours === 1 ? 'hour' : 'hours'}.`;
    case 'approved':
      return `${what} was approved until ${timeWords(until ?? '')}.`;
    case 'refused':
      return `${what} was refused.`;
    case 'revoked':
      return `${what} was revoked.`;
    case 'expired':
      return `${what} is over.`;
    case 'lapsed':
      return `${what} lapsed: nobody decided in time.`;
  }
}

/** One entry an attempt, once it is known what became of it. */
export async function enterAttempt(attempt: StoredAttempt, settings: number | null): Promise<void> {
  const { id, projectId, version, defectId, at, who, severity, consequence, result, events, entered } = attempt;
  if (events.length === entered || result === null) return;
  if (entered === 0) {
    const to = result === 'moved' && consequence.kind === 'move' ? consequence.to : null;
    const fact = {
      ...{ at, kind: 'freeze-attempt', subject: `version:${version.id}`, entryKey: `freeze-attempt:${id}`, settings },
      actor: actorOf(who, 'freeze'),
      body: { schema: 1, version, to, result, severity: severity ?? 'none', sentence: attemptSentence(attempt) },
      evidence: { issues: [await issueOf(defectId)] },
    };
    await appendEntry(projectId, fact, [defectId]);
  }
  await attemptStore.noteEntered(id, events.length);
}

function attemptSentence({ version, severity, consequence, result }: Attempt): string {
  const what = `A defect ${severity === null ? 'without a severity' : `of severity ${severity}`} was put into ${version.name} after its freeze`;
  if (result === 'recorded') return `${what}. It stays there.`;
  if (result === 'left') return `${what}, and had left it again before Holdpoint came to it.`;
  if (result === 'flagged') return `${what}. It is flagged and stays there.`;
  const to = consequence.kind === 'move' ? consequence.to : null;
  return `${what}. ${to === null ? 'It was taken out again.' : `It was moved to ${to.name}.`}`;
}
