import { doc, mention, paragraph, text } from '../../kernel/adf';
import type { Adf, AdfInline } from '../../kernel/adf';

/** What the comment with an answer says. People by account id; null for one who is forgotten. */
export interface AnswerFacts {
  readonly question: string;
  readonly askedBy: string | null;
  readonly answer: string;
  /** In whose name the comment is written: that of the person who answers, or the app's, which names the person. */
  readonly written: { readonly by: 'person' } | { readonly by: 'app'; readonly for: string | null };
}

/** The one comment that an answer to a question leaves on its issue. */
export function answerDocument({ question, askedBy, answer, written }: AnswerFacts): Adf {
  const asked: AdfInline[] = askedBy === null ? [text('Asked: ')] : [mention(askedBy, 'person'), text(' asked: ')];
  const person: AdfInline[] =
    written.by === 'person' || written.for === null ? [] : [text(', by '), mention(written.for, 'person')];
  const lines = answer.split(/\r?\n/).filter((line) => line.trim() !== '');
  return doc(
    paragraph(...asked, text(question)),
    ...(written.by === 'person' ? [] : [paragraph(text('Answered in Holdpoint'), ...person, text(':'))]),
    ...lines.map((line) => paragraph(text(line))),
  );
}
