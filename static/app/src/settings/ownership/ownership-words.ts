import type { RotaPreview } from '../../../../../src/contracts/ownership';
import type { Ownership, Step } from './edit-ownership';
import { whoChoices } from './edit-ownership';

/** What holds now, in one line. */
export function ownershipSummary({ rotas, defaultRota, absences }: Ownership, today: string): string {
  const count = rotas.length + (defaultRota === null ? 0 : 1);
  if (count === 0) return 'The assignee, else the lead of the project';
  const away = absences.filter(({ from, to }) => from <= today && to >= today).length;
  return `${count === 1 ? '1 rota' : `${count} rotas`}${away === 0 ? '' : `, ${away} away today`}`;
}

/** `4 h`, `1 h 30 min` */
export function minutesWords(minutes: number): string {
  if (Number.isNaN(minutes)) return '';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
}

/** `After 2 h the deputy, after 8 h the lead of the project` */
export function ladderWords(ladder: readonly Step[], nameOf: (accountId: string) => string): string {
  if (ladder.length === 0) return 'Nobody else is told';
  const who = (step: Step): string =>
    step.who.kind === 'person'
      ? nameOf(step.who.accountId)
      : (whoChoices.find(({ value }) => value === step.who.kind)?.label ?? '');
  const words = ladder.map((step) => `after ${minutesWords(step.afterMinutes)} ${who(step)}`).join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

type Turn = RotaPreview['rotas'][number];

/** `Now: Ada, until Mon 09:00; then Bo`. @param until how the moment is written */
export function turnWords(turn: Turn, nameOf: (accountId: string) => string, until: (at: string) => string): string {
  if (turn.now === null) return 'Now: nobody on it can be asked, so the lead of the project owns its defects';
  const standsIn = turn.standsIn ? ', who stands in' : '';
  const end = turn.until === null ? '' : `, until ${until(turn.until)}`;
  const next = turn.next === null || turn.until === null ? '' : `; then ${nameOf(turn.next)}`;
  return `Now: ${nameOf(turn.now)}${standsIn}${end}${next}`;
}
