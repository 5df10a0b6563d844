import { bulletList, document, mention, paragraph, strong, text } from './adf';
import type { AdfDocument } from './adf';
import type { Message } from './message';
import { textOf, wordsOf } from './words';

/** The comment: whom it concerns, then what each rule tells. @param people account ids of those who are mentioned */
export function commentOf(message: Message, people: readonly string[]): AdfDocument {
  const { intro, sections } = wordsOf(message);
  const mentions = people.flatMap((accountId) => [mention(accountId), ...text(' ')]);
  const first = [...mentions, ...text(intro)];
  return document(
    ...(first.length === 0 ? [] : [paragraph(...first)]),
    ...sections.flatMap(({ heading, lines }) => [paragraph(...strong(heading)), ...bulletList(lines.map(text))]),
  );
}

/** An e-mail; Jira sends both bodies and every reader's program picks one. */
export interface Mail {
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

const longestSubject = 200;

export function mailOf(message: Message): Mail {
  const { subject, intro, sections } = wordsOf(message);
  const blocks = sections.map(
    ({ heading, lines }) =>
      `<p><strong>${escaped(heading)}</strong></p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
  );
  return {
    subject: `Holdpoint: ${subject}`.slice(0, longestSubject),
    textBody: textOf(message),
    htmlBody: `${intro === '' ? '' : `<p>${escaped(intro)}</p>`}${blocks.join('')}`,
  };
}

/** What a rule of Jira Automation finds on the issue. */
export interface AutomationFacts {
  readonly schema: 1;
  readonly id: string;
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  /** Worst severity, `S1` to `S4`; empty where there is none. */
  readonly severity: string;
  readonly count: number;
  readonly releases: readonly string[];
}

const longestText = 8000;

export function automationFacts(message: Message): AutomationFacts {
  const contents = message.parts.map(({ content }) => content);
  return {
    ...{ schema: 1, id: message.id, at: message.at },
    subject: wordsOf(message).subject,
    text: textOf(message).slice(0, longestText),
    severity: contents.flatMap(({ severity }) => severity ?? []).sort()[0] ?? '',
    count: contents.flatMap(({ events }) => events).reduce((sum, { count }) => sum + count, 0),
    releases: [...new Set(contents.flatMap(({ releases }) => releases.map(({ name }) => name)))],
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** As HTML. */
export function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
