import { bulletList, doc, mention, paragraph, strong, text } from '../../kernel/adf';
import type { Adf, AdfInline } from '../../kernel/adf';
import type { Instant } from '../../kernel/instant';
import type { Rating, Role } from '../sessions';
import { middle } from '../sessions/rating';
import { fullSentence } from './decision';
import type { Choice } from './decision';

/** What the comment on an issue says of a decision. People by account id; null for one who is forgotten. */
export interface MinutesFacts {
  readonly choice: Choice;
  readonly at: Instant;
  /** Null where nobody decided: `because` says why it was decided all the same. */
  readonly by: string | null;
  readonly because: string | null;
  /** The session in which it was decided; null where it was decided outside of one. */
  readonly session: string | null;
  readonly ratings: readonly (Rating & { readonly role: Role })[];
  /** Who was asked. */
  readonly asked: string | null;
}

const roleWords: Readonly<Record<Role, string>> = { development: 'Development', qa: 'QA', operations: 'Operations' };

/** The one comment that a decision leaves on its issue. */
export function minutesDocument(facts: MinutesFacts): Adf {
  const { choice, session, because } = facts;
  const where = session === null ? 'Triage' : `Triage, ${session}`;
  const head = paragraph(strong(`${where}: ${fullSentence(choice)}`));
  const more = [
    ...('note' in choice && choice.note !== '' ? [[text(choice.note)]] : []),
    ...(choice.kind === 'need-information' ? [question(choice.question, facts.asked)] : []),
    ...(choice.kind === 'not-a-defect' ? [[text('Recommended: close it. Holdpoint does not move it by itself.')]] : []),
    ...(because === null ? [] : [[text(because)]]),
  ].map((line) => paragraph(...line));
  return doc(head, ...more, bulletList(ratingLines(facts.ratings)), paragraph(...signature(facts)));
}

/** The one comment that a session leaves on the issue of a defect which was rated in it, and not decided. */
export function leftOpenDocument(session: string, ratings: MinutesFacts['ratings']): Adf {
  return doc(
    paragraph(strong(`Triage, ${session}: Left open.`)),
    bulletList(ratingLines(ratings)),
    paragraph(text('It was rated and not decided, so it stays in the queue.')),
  );
}

function question(words: string, asked: string | null): AdfInline[] {
  return asked === null ? [text(words)] : [mention(asked, 'person'), text(` ${words}`)];
}

function ratingLines(ratings: MinutesFacts['ratings']): AdfInline[][] {
  const line = (name: string, values: readonly { readonly role: Role; readonly value: number }[]): AdfInline[] => {
    const each = values.map(({ role, value }) => `${roleWords[role]} ${value}`).join(', ');
    return [text(`${name}: ${middle(values.map(({ value }) => value)) ?? '–'} of 5 (${each})`)];
  };
  if (ratings.length === 0) return [];
  return [
    line(
      'Deployment risk',
      ratings.map(({ role, risk }) => ({ role, value: risk })),
    ),
    line(
      'Business impact',
      ratings.map(({ role, impact }) => ({ role, value: impact })),
    ),
  ];
}

function signature({ by, at }: MinutesFacts): AdfInline[] {
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  return by === null ? [text(`Decided ${when}.`)] : [text('Decided by '), mention(by, 'person'), text(`, ${when}.`)];
}
