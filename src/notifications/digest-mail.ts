import { escaped } from './render';
import type { Mail } from './render';

/** What waits for one person, as its mail says it. Texts from outside stand in it as they are. */
export interface DigestWords {
  readonly subject: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** `and 12 more`; null where everything stands above. */
  readonly rest: string | null;
}

const why = 'You get one such mail a day at most, at the start of your working day, and none when nothing waits.';

/** The one mail of a person's day. */
export function digestMail({ subject, sections, rest }: DigestWords): Mail {
  const end = rest === null ? [] : [rest];
  const blocks = sections.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n'));
  const html = sections.map(
    ({ heading, lines }) =>
      `<p><strong>${escaped(heading)}</strong></p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
  );
  return {
    subject: `Holdpoint: ${subject}`,
    textBody: [...blocks, ...end, why].join('\n\n'),
    htmlBody: [...html, ...[...end, why].map((line) => `<p>${escaped(line)}</p>`)].join(''),
  };
}
