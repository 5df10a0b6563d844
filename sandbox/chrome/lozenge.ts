import { html } from './html';
import type { Html } from './html';

const looks: Readonly<Record<string, string>> = { new: 'lozenge--new', indeterminate: 'lozenge--moving', done: 'lozenge--done' };

/** A status in the colour of its category. */
export const statusLozenge = (status: { readonly name: string; readonly statusCategory: { readonly key: string } }): Html =>
  html`<span class="lozenge ${looks[status.statusCategory.key] ?? ''}">${status.name}</span>`;
