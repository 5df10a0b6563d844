import type { Way, WayStep, WayWaits } from '../../../../../../src/contracts/way-out';

/** Hours as people say them: `under an hour`, `about 6 hours`, `about 4 days`. */
export function hoursWords(hours: number): string {
  if (hours < 1) return 'under an hour';
  const whole = Math.round(hours);
  if (whole < 48) return `about ${whole} ${whole === 1 ? 'hour' : 'hours'}`;
  return `about ${Math.round(hours / 24)} days`;
}

const verbs: Readonly<Record<WayStep['act'], (count: number) => string>> = {
  close: (count) => `close ${counted(count, 'defect')}`,
  defer: (count) => `defer ${counted(count, 'defect')}`,
  verify: (count) => `verify ${counted(count, 'fix', 'fixes')}`,
  confirm: (count) => `confirm ${counted(count, 'check')}`,
  'approve-analysis': () => 'have the causes approved',
  'decide-deferral': (count) => `put ${counted(count, 'deferral')} in order`,
  move: (count) => `move ${counted(count, 'defect')} out of the release`,
  lift: (count) => `lift ${counted(count, 'hold')}`,
};

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What has to be done, and what comes of it: "Close 2 defects and defer 1 defect, and the gate opens." */
export function waySentence({ steps, hidden, rest }: Pick<Way, 'steps' | 'hidden' | 'rest'>): string {
  const counts = new Map<WayStep['act'], number>();
  for (const { act } of steps) counts.set(act, (counts.get(act) ?? 0) + 1);
  const things = [...counts].map(([act, count]) => verbs[act](count));
  if (hidden > 0) things.push(`see to ${counted(hidden, 'defect')} that you may not see`);
  if (things.length === 0) return 'Nothing can be done from here: it takes what is listed below.';
  const opens =
    rest.length === 0 ? 'and the gate opens' : `and only ${counted(rest.length, 'condition')} more ${holds(rest.length)}`;
  const sentence = `${listed(things)}, ${opens}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const holds = (count: number) => (count === 1 ? 'holds it' : 'hold it');

function listed(things: readonly string[]): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} and ${things.at(-1) ?? ''}`;
}

/** What the hours are: "Expected: about 3 days in all; for 1 step the project's history does not tell." Empty where there is none. */
export function expectedWords({ hours, untold, steps, hidden }: Pick<Way, 'hours' | 'untold' | 'steps' | 'hidden'>): string {
  const all = steps.length + hidden;
  if (all === 0) return '';
  if (untold === all) return "The project's history does not tell how long that takes.";
  const missing = untold === 0 ? '' : `; for ${counted(untold, 'step')} the project's history does not tell`;
  return `Expected: ${hoursWords(hours)} in all${missing}.`;
}

/** What a step says before the issue that it is about. */
export function stepWords({ act, waiting }: Pick<WayStep, 'act' | 'waiting'>): string {
  if (act === 'defer' && waiting) return 'Deferral waits';
  return labels[act];
}

const labels: Readonly<Record<WayStep['act'], string>> = {
  close: 'Close',
  defer: 'Defer',
  verify: 'Verify',
  confirm: 'Confirm',
  'approve-analysis': 'Approve',
  'decide-deferral': 'Decide',
  move: 'Move out',
  lift: 'Lift',
};

/** From when until when each act's waiting counts: "Confirming: from … to …". What has no history here is not named. */
const spans: Readonly<Partial<Record<WayStep['act'], string>>> = {
  verify:
    'Verifying: from when the fix came to the stage before, or was done where no pipeline told that, to a green run or the word of a person there',
  confirm: 'Confirming: from when the newest build that it is asked for was told, or it was taken back, to the confirmation',
  'approve-analysis': 'Having causes approved: from when they were first submitted to the approval',
  lift: 'Lifting: from placing to lifting',
};
const kinds = { manual: 'holds by hand', 'stop-the-line': 'stopped lines' };

/** What the hours of an act other than closing and deferring rest on, and how much that is. */
export function waitsWords({ act, cause, done, waiting, tells }: WayWaits): string {
  const of = cause === null ? '' : ` ${kinds[cause]}`;
  const still = waiting === 0 ? '' : `, ${waiting} not, which ${waiting === 1 ? 'counts' : 'count'} for as long as known`;
  return `${spans[act] ?? ''}${of} (${done} done${still}${tells ? '' : '; too few to say'}).`;
}
