import { drillTimes } from '../gates';
import type { Drill, DrillEvent } from '../gates';
import { drillStore } from '../gates/shell';
import type { StoredDrill } from '../gates/shell';
import { appendEntry } from '../governance/shell';

/** Enters in the ledger what happened in a drill and does not stand there yet; the entry of its end has its times. */
export async function enterDrill(drill: StoredDrill, settings: number | null): Promise<void> {
  const { id, projectId, version, stage, stages, events, entered } = drill;
  for (const [index, event] of events.entries()) {
    if (index < entered) continue;
    const { act, at, who, because } = event;
    const ends = act === 'over' || act === 'called-off' || act === 'lapsed';
    await appendEntry(projectId, {
      ...{ at, kind: `drill-${act}`, subject: `version:${version.id}`, settings },
      entryKey: `drill:${id}:${index + 1}`,
      actor: who === null ? { kind: 'app', rule: 'stop-the-line' } : { kind: 'person', pseudonym: who },
      body: {
        schema: 1,
        ...{ version, drill: id, stage, stages: [...stages], sentence: drillSentence(drill, event) },
        ...(ends ? { seconds: { ...drillTimes(drill) } } : {}),
      },
      // What people wrote may name issues.
      evidence: { because },
    });
  }
  if (events.length > entered) await drillStore.noteEntered(id, events.length);
}

function drillSentence(drill: Drill, { act, because }: DrillEvent): string {
  const name = drill.version.name;
  switch (act) {
    case 'started':
      return `A drill of stopping the line of ${name} was started, as if an S1 were seen in ${drill.stage.name}.`;
    case 'stopped':
      return `Drill: the line of ${name} would have been stopped for ${drill.stages.join(', ')}.`;
    case 'told':
      return `Drill: the owners of ${name} were told.`;
    case 'not-told':
      return `Drill: nobody was told. ${because}`;
    case 'agreed':
      return `Drill: the first of 2 people agreed to lift it.`;
    case 'over':
      return `The drill of ${name} is over. ${timesSentence(drill)}`;
    case 'called-off':
      return `The drill of ${name} was called off.`;
    case 'lapsed':
      return `The drill of ${name} ended by itself: nobody ended it within 24 hours.`;
  }
}

function timesSentence(drill: Drill): string {
  const { stopped, told, first, second } = drillTimes(drill);
  const words = [
    ...(stopped === null ? [] : [`stopped after ${stopped} s`]),
    told === null ? 'nobody told' : `told after ${told} s`,
    ...(first === null ? [] : [`the first agreed after ${first} s`]),
    ...(second === null ? [] : [`the second after ${second} s`]),
  ].join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
