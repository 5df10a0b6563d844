import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import { layout } from '../layout';
import type { PageContext } from '../page-context';
import { JiraRefusal } from '../viewer-jira';

function plainPage(context: PageContext, status: number, title: string, sentences: readonly string[]): Answer {
  const content = html`<section class="empty">
    <h1>${title}</h1>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    <p><a href="/projects">All projects</a></p>
  </section>`;
  return htmlAnswer(layout(context, { title, sidebar: null, content }), status);
}

export const notFound = (context: PageContext, sentence: string): Answer =>
  plainPage(context, 404, 'We couldn’t find that', [sentence]);

export const needsAdmin = (context: PageContext): Answer =>
  plainPage(context, 403, 'You need to be an admin', [
    `${context.viewer.displayName} is not a Jira administrator. Switch the user at the top right to somebody who is.`,
  ]);

/** The page that stands in for one that could not be made. */
export function failedPage(context: PageContext, error: unknown): Answer {
  if (error instanceof JiraRefusal && [401, 403, 404].includes(error.status)) {
    return plainPage(context, 404, 'This doesn’t exist, or you don’t have permission to see it', error.sentences);
  }
  if (error instanceof JiraRefusal) return plainPage(context, error.status, `Jira answered ${error.status}`, error.sentences);
  return plainPage(context, 500, 'The sandbox could not make this page', [
    error instanceof Error ? error.message : String(error),
  ]);
}
