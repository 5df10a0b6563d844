import { adfToHtml } from './adf';
import { showInstant } from './dates';
import { html } from './html';
import type { Html } from './html';
import type { CommentAnswer, HistoryAnswer, IssueAnswer } from './jira-answers';
import { avatar } from './layout';
import { statusLozenge } from './lozenge';
import type { PageContext } from './page-context';

const newest = 50;
const byNewest = (a: { readonly created: string }, b: { readonly created: string }): number => b.created.localeCompare(a.created);

function entry(context: PageContext, who: string, when: string, inside: Html): Html {
  return html`<li class="activity">
    ${avatar(who)}
    <div>
      <p class="activity__head">
        <strong>${who}</strong> <span class="subtle">${showInstant(when, context.viewer.timeZone)}</span>
      </p>
      ${inside}
    </div>
  </li>`;
}

const comment = (context: PageContext, { author, created, body }: CommentAnswer): Html =>
  entry(context, author?.displayName ?? 'Former user', created, html`<div class="rich">${adfToHtml(body)}</div>`);

function change(context: PageContext, { author, created, items }: HistoryAnswer): Html {
  const line = ({ field, fromString, toString }: HistoryAnswer['items'][number]) =>
    html`<p>
      ${field}: <span class="subtle">${fromString || 'None'}</span> →
      ${typeof toString === 'string' && toString !== '' ? toString : 'None'}
    </p>`;
  return entry(context, author?.displayName ?? 'Automation', created, html`${items.map(line)}`);
}

/** Comments with a form for a new one, and the history. */
export function activity(context: PageContext, issue: IssueAnswer, mayComment: boolean): Html {
  const comments = [...(issue.fields.comment?.comments ?? [])].sort(byNewest);
  const histories = [...(issue.changelog?.histories ?? [])].sort(byNewest).slice(0, newest);
  const form = html`<form class="comment-form" method="post" action="/browse/${encodeURIComponent(issue.key)}">
    <input type="hidden" name="action" value="comment" />
    <label for="comment">Add a comment</label>
    <textarea id="comment" name="body" rows="3" required></textarea>
    <button class="button">Save comment</button>
  </form>`;
  return html`<section aria-labelledby="comments-heading">
      <h2 id="comments-heading">Comments</h2>
      ${mayComment && form}
      ${
        comments.length === 0
          ? html`<p class="subtle">No comments yet.</p>`
          : html`<ul class="activities">
              ${comments.map((item) => comment(context, item))}
            </ul>`
      }
    </section>
    <section aria-labelledby="history-heading" data-issue-part="history">
      <h2 id="history-heading">History</h2>
      ${
        histories.length === 0
          ? html`<p class="subtle">Nothing has changed yet.</p>`
          : html`<ul class="activities">
              ${histories.map((item) => change(context, item))}
            </ul>`
      }
    </section>`;
}

/** Links to other issues, with the words of the side that this issue stands on. */
export function issueLinks({ fields }: IssueAnswer): Html {
  if (fields.issuelinks.length === 0) return html``;
  const rows = fields.issuelinks.map(({ type, inwardIssue, outwardIssue }) => {
    const other = outwardIssue ?? inwardIssue;
    if (other === undefined) return null;
    return html`<li>
      <span class="subtle">${outwardIssue === undefined ? type.inward : type.outward}</span>
      <a href="/browse/${encodeURIComponent(other.key)}">${other.key}</a> ${other.fields.summary}
      ${other.fields.status !== undefined && statusLozenge(other.fields.status)}
    </li>`;
  });
  return html`<section aria-labelledby="links-heading" data-issue-part="links">
    <h2 id="links-heading">Linked work items</h2>
    <ul class="links">
      ${rows}
    </ul>
  </section>`;
}

/** The files on an issue, each a link to its content. */
export function attachments({ fields }: IssueAnswer): Html {
  if (fields.attachment.length === 0) return html``;
  const rows = fields.attachment.map(
    ({ id, filename, size }) =>
      html`<li>
        <a href="/rest/api/3/attachment/content/${encodeURIComponent(id)}">${filename}</a>
        <span class="subtle">${size} bytes</span>
      </li>`,
  );
  return html`<section aria-labelledby="attachments-heading" data-issue-part="attachments">
    <h2 id="attachments-heading">Attachments</h2>
    <ul class="links">
      ${rows}
    </ul>
  </section>`;
}
