import { z } from 'zod';
import { allProjects } from '../defects/shell';
import { appendEntry } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { gateRowsOf } from '../settings';
import type { Settings } from '../settings';

interface Saved {
  /** What held before; null where it could not be read. */
  readonly old: Settings | null;
  readonly settings: Settings;
  readonly revision: number;
  readonly who: string;
  readonly now: Instant;
}

const json = z.json();

/** Enters in the ledger of each project whose own gates were changed what it asks now. The key is of the revision, so that it is safe to repeat. */
export async function enterGates({ old, settings, revision, who, now }: Saved): Promise<void> {
  const [before, after] = [old?.gates.byProject ?? {}, settings.gates.byProject];
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]),
  );
  if (changed.length === 0) return;
  for (const { id } of await allProjects()) {
    if (!changed.includes(id)) continue;
    const own = settings.gates.byProject[id];
    const changes = [
      { path: 'gates', from: json.parse(old === null ? [] : gateRowsOf(old, id)), to: json.parse(gateRowsOf(settings, id)) },
    ];
    await appendEntry(id, {
      at: now,
      kind: 'gates-changed',
      subject: 'gates',
      entryKey: `gates:${revision}`,
      actor: { kind: 'person', pseudonym: who },
      settings: revision - 1,
      body: { schema: 1, revision, sentence: sentenceOf(own?.rows.length ?? 0, own?.without.length ?? 0), changes },
      evidence: null,
    });
  }
}

function sentenceOf(rows: number, without: number): string {
  if (rows + without === 0) return 'The gates of this project ask for what those of all projects ask for.';
  const own = rows === 0 ? 'no rule' : rows === 1 ? '1 rule' : `${rows} rules`;
  return `The gates of this project have ${own} of its own${without === 0 ? '' : `, and leave out ${without} of all projects`}.`;
}
