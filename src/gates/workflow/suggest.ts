import { needsOf } from '../transition-map';
import type { TransitionMap } from '../transition-map';
import type { SetupTransition, SetupWorkflow } from './proposal';

/** A stage with what people and pipelines call it. */
export interface NamedStage {
  readonly key: string;
  readonly name: string;
  readonly environments: readonly string[];
}

/** Which stage a transition seems to lead into. Only a suggestion: an admin confirms it. */
export interface Suggestion {
  readonly transitionId: string;
  readonly stage: string;
  /** Why, as a sentence. */
  readonly because: string;
}

/** Words of transitions that lead back or away, whatever stage they name. */
const away = /\b(roll ?back|back|revert|return|reopen|cancel|abandon|withdraw|reject|fail|hold|stop)/i;
/** What people say of the last stage without naming it. */
const shipping = /\b(release|ship|go live|publish|launch)/i;

export function suggestStages({ transitions }: Pick<SetupWorkflow, 'transitions'>, stages: readonly NamedStage[]): Suggestion[] {
  const ways = transitions.filter(({ type, name }) => type !== 'INITIAL' && !away.test(name));
  const named = ways.flatMap((transition) => byName(transition, stages) ?? []);
  const last = stages.at(-1);
  if (last === undefined || named.some(({ stage }) => stage === last.key)) return named;
  const finishing = ways.filter(({ id, name, to }) => {
    const free = !named.some(({ transitionId }) => transitionId === id);
    return free && to.isDone && (shipping.test(name) || shipping.test(to.name));
  });
  const because = `It ends the release ticket, and ${last.name} is the last stage.`;
  return [...named, ...finishing.map(({ id }) => ({ transitionId: id, stage: last.key, because }))];
}

/** Null where no stage is named, or more than one. */
function byName({ id, name, to }: SetupTransition, stages: readonly NamedStage[]): Suggestion | null {
  const places = [
    { text: name, what: 'Its name' },
    { text: to.name, what: 'The status that it leads to' },
  ];
  for (const { text, what } of places) {
    const found = stages.flatMap((stage) => {
      const word = [stage.name, stage.key, ...stage.environments].find((one) => says(text, one));
      return word === undefined ? [] : [{ stage: stage.key, word }];
    });
    const [only, ...more] = found;
    if (more.length > 0) return null;
    if (only !== undefined) return { transitionId: id, stage: only.stage, because: `${what} says "${only.word}".` };
  }
  return null;
}

/** Whether a name stands in a text as words of its own. */
function says(text: string, name: string): boolean {
  const plain = (of: string) =>
    ` ${of
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(name).trim() !== '' && plain(text).includes(plain(name));
}

/** Transitions of a defect that seem to put it off. */
export function suggestDeferral({ transitions }: Pick<SetupWorkflow, 'transitions'>): string[] {
  const putsOff = /\b(defer|postpone|later release|known issue)/i;
  return transitions
    .filter(({ type, name, to }) => type !== 'INITIAL' && (putsOff.test(to.name) || putsOff.test(name)) && !away.test(name))
    .map(({ id }) => id);
}

/** A transition with the ids of the statuses that it starts from and leads to. */
interface Way extends Pick<SetupTransition, 'id' | 'type'> {
  readonly fromIds: readonly string[];
  readonly to: { readonly id: string };
}

/** Transitions of a project's defects about which its transition map has a line, so that the line takes effect there. */
export function suggestMap(transitions: readonly Way[], map: TransitionMap, projectId: string): string[] {
  const statuses = map.rows.map(({ from }) => from);
  const asks = ({ type, fromIds, to }: Way) =>
    (type === 'GLOBAL' ? statuses : fromIds).some((from) => needsOf(map, { projectId, from, to: to.id }).length > 0);
  return transitions.filter((way) => way.type !== 'INITIAL' && asks(way)).map(({ id }) => id);
}
