import { html } from './html';
import type { Html } from './html';

/** A table that scrolls within itself on a narrow page, by keyboard too. `label` says what it lists. */
export function table(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
