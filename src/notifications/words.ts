import type { VerdictState } from '../kernel/verdict';
import type { Content, EventCount, ReleaseGateChange } from './content';
import type { Message } from './message';
import { eventWords, isAboutGate } from './messages';

/** A message in plain text: whom it concerns in one line, then what each rule tells. Texts from outside stand in it as they are. */
export interface MessageWords {
  readonly subject: string;
  readonly intro: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

export function wordsOf({ parts, digest }: Message): MessageWords {
  const first = parts[0];
  const names = [...new Set(parts.flatMap(({ content }) => content.releases.map(({ name }) => name)))].join(', ');
  const about = first === undefined ? '' : summary(first.content);
  const more = parts.length > 1 ? ` and ${parts.length - 1} more` : '';
  return {
    subject: `${names === '' ? '' : `${names}: `}${about}${more}`,
    intro: digest ? 'What happened in quiet hours, told now:' : '',
    sections: parts.map(({ rule, content }) => ({
      heading: rule.name,
      lines: [...content.events.flatMap(said), ...gates(content)],
    })),
  };
}

/** The message as lines of text. */
export function textOf(message: Message): string {
  const { intro, sections } = wordsOf(message);
  const blocks = sections.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n'));
  return [...(intro === '' ? [] : [intro]), ...blocks].join('\n\n');
}

function summary(content: Content): string {
  const turned = content.gates.find(({ from, to }) => from !== to);
  const told = content.events.find(({ event }) => !isAboutGate(event));
  if (told !== undefined) return told.count === 1 ? told.sentence : `${told.count} ${eventWords[told.event]}`;
  return turned === undefined ? 'a gate turned and turned back' : `the gate for ${turned.stage.name} ${turn(turned)}`;
}

function said({ event, count, sentence }: EventCount): string[] {
  if (count > 1) return [`${count} ${eventWords[event]}${isAboutGate(event) ? '.' : `. The latest: ${sentence}`}`];
  return isAboutGate(event) ? [] : [sentence];
}

function gates({ gates: all, releases, events }: Content): string[] {
  const turned = all.filter(({ from, to }) => from !== to);
  if (turned.length > 0)
    return turned.map((gate) => `The gate of ${gate.release.name} for ${gate.stage.name} ${turn(gate)}: ${gate.sentence}`);
  const wentBack = events.some(({ event }) => isAboutGate(event));
  if (releases.length === 0) return ['No release is named, so no gate changed by it.'];
  return releases.map(({ id, name }) => {
    const standing = all.filter(({ release }) => release.id === id);
    if (standing.length === 0) return `No gate of ${name} has been judged yet.`;
    const states = standing.map(({ stage, to }) => `${stage.name} is ${stateWords[to]}`).join(', ');
    return `${wentBack ? `A gate of ${name} turned and turned back` : `No gate of ${name} changed`}: ${states}.`;
  });
}

const stateWords: Readonly<Record<VerdictState, string>> = { open: 'open', held: 'held', unknown: 'unknown' };

function turn({ from, to }: ReleaseGateChange): string {
  if (from === null) return `was judged for the first time and is ${stateWords[to]}`;
  return `turned from ${stateWords[from]} to ${stateWords[to]}`;
}
