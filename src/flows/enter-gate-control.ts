import type { Hold, HoldEvent, Override, OverrideEvent } from '../gates';
import { holdStore, overrideStore } from '../gates/shell';
import type { StoredHold, StoredOverride } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';

const actorOf = ({ who }: { readonly who: string | null }, rule: string) =>
  who === null ? ({ kind: 'app', rule } as const) : ({ kind: 'person', pseudonym: who } as const);

/**
 * Enters in the ledger what happened to a hold and does not stand there yet. An entry is known by its place among the events, so that
 * doing it again enters nothing twice.
 */
export async function enterHold(hold: StoredHold, settings: number | null): Promise<void> {
  const { id, projectId, version, cause, line, events, entered } = hold;
  for (const [index, event] of events.entries()) {
    if (index < entered) continue;
    const entry = {
      ...{ at: event.at, kind: holdKinds[event.act], subject: `version:${version.id}`, settings },
      entryKey: `hold:${id}:${index + 1}`,
      actor: actorOf(event, line === null ? 'hold' : 'stop-the-line'),
      body: {
        schema: 1,
        ...{ version, hold: id, cause, sentence: holdSentence(hold, event) },
        ...(line === null ? {} : { seenAt: line.seenAt, stage: line.stage, build: line.build }),
      },
      // What people wrote may name issues.
      evidence: { because: event.because },
    };
    await appendEntry(projectId, entry, defectsOf(hold));
  }
  if (events.length > entered) await holdStore.noteEntered(id, events.length);
}

const holdKinds = {
  ...{ placed: 'hold-placed', 'lift-begun': 'hold-lift-begun', lifted: 'hold-lifted' },
  ...{ told: 'hold-told', 'not-told': 'hold-not-told' },
} as const;

/** The defect for which the line was stopped. */
function defectsOf({ line }: Hold): string[] {
  return line?.subject.startsWith('defect:') === true ? [line.subject.slice('defect:'.length)] : [];
}

function holdSentence({ version, stages, cause, lifters, line }: Hold, { act, because }: HoldEvent): string {
  const where = stages === null ? 'every stage' : stages.join(', ');
  switch (act) {
    case 'placed':
      return cause === 'manual' ? `${version.name} was held by hand for ${where}.` : stopSentence(version.name, where, line);
    case 'told':
      return `The owners of ${version.name} were told that its line is stopped.`;
    case 'not-told':
      return `The line of ${version.name} is stopped, and nobody was told. ${because}`;
    case 'lift-begun':
      return `The first of ${lifters} people agreed to lift the hold on ${version.name}.`;
    case 'lifted':
      return `The hold on ${version.name} was lifted.`;
  }
}

function stopSentence(name: string, where: string, line: Hold['line']): string {
  if (line === null) return `The line was stopped for ${name}.`;
  const seen = line.subject.startsWith('incident:') ? 'an incident' : 'a defect';
  return `The line was stopped for ${name}, before ${where}: ${seen} was seen in ${line.stage.name}, where it is deployed dark.`;
}

/** The same for an override. */
export async function enterOverride(override: StoredOverride, settings: number | null): Promise<void> {
  const { id, projectId, version, stage, reason, rationale, covers, until, hours, events, entered } = override;
  for (const [index, event] of events.entries()) {
    if (index < entered) continue;
    await appendEntry(
      projectId,
      {
        ...{ at: event.at, kind: `override-${event.act}`, subject: `version:${version.id}/${stage.key}`, settings },
        entryKey: `override:${id}:${index + 1}`,
        actor: actorOf(event, 'override'),
        body: {
          schema: 1,
          ...{ version, stage, override: id, reason: reason.name, hours, until: event.act === 'approved' ? until : null },
          conditions: covers.map((covered) => ({ id: covered.id, value: covered.value })),
          sentence: overrideSentence(override, event),
        },
        evidence: {
          ...{ rationale, because: event.because },
          covers: Object.fromEntries(covers.map((covered) => [covered.id, covered.defectIds])),
        },
      },
      covers.flatMap(({ defectIds }) => defectIds),
    );
  }
  if (events.length > entered) await overrideStore.noteEntered(id, events.length);
}

const timeWords = (at: Instant) => `${dayWords(at)}, ${at.slice(11, 16)} UTC`;

function overrideSentence({ version, stage, reason, hours, until }: Override, { act, because }: OverrideEvent): string {
  const what = `The override of the gate of ${stage.name.toLowerCase()} for ${version.name}`;
  switch (act) {
    case 'requested':
      return `${what} was asked for, for ${hours} ${hours === 1 ? 'hour' : 'hours'}: ${reason.name.charAt(0).toLowerCase()}${reason.name.slice(1)}.`;
    case 'approved':
      return `${what} was approved until ${timeWords(until ?? '')}.`;
    case 'refused':
      return `${what} was refused.`;
    case 'revoked':
      return `${what} was revoked.`;
    case 'voided':
      return `${what} is void. ${because ?? ''}`;
    case 'expired':
      return `${what} is over.`;
    case 'lapsed':
      return `${what} lapsed: nobody decided in time.`;
  }
}
