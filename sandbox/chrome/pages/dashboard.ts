import { findModule } from '../app-modules';
import type { Gadget } from '../dashboard';
import { formOf, htmlAnswer, redirect, textAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import type { Html } from '../html';
import { layout } from '../layout';
import { moduleFrame } from '../module-frame';
import type { PageContext } from '../page-context';

const address = '/dashboards';

/** `/dashboards`: a dashboard with the app's gadgets; `?configure=<gadget id>` shows a gadget's edit page in its place. */
export function dashboardPage(context: PageContext): Answer {
  const { dashboard, forge } = context.parts;
  const edited = context.exchange.url.searchParams.get('configure');
  const kinds = forge.uiModules.filter(
    (module) => module.type === 'jira:dashboardGadget' && module.manifest['entryPoint'] === undefined,
  );
  const gadgets = dashboard.gadgets().map((gadget) => gadgetCard(context, gadget, gadget.id === edited));
  const buttons = kinds.map(
    (module) =>
      html`<button class="button button--primary" name="moduleKey" value="${module.key}">Add gadget: ${module.title}</button>`,
  );
  const content = html`<h1>Release dashboard</h1>
    <form method="post" action="${address}"><input type="hidden" name="action" value="add" />${buttons}</form>
    ${gadgets.length === 0 ? html`<p>There is no gadget on this dashboard yet.</p>` : null}
    <div class="gadgets">${gadgets}</div>`;
  return htmlAnswer(layout(context, { title: 'Release dashboard', sidebar: null, content }));
}

function gadgetCard(context: PageContext, gadget: Gadget, edited: boolean): Html {
  const module = findModule(context.parts.forge, gadget.moduleKey, edited ? 'edit' : 'view');
  if (module === undefined) return html`<p>manifest.yml declares no gadget ${gadget.moduleKey} any more.</p>`;
  const frame = moduleFrame({
    module,
    place: { moduleKey: module.key, gadgetId: gadget.id, gadgetMode: edited ? 'edit' : 'view' },
    origin: context.exchange.origin,
    minHeight: 160,
    base: null,
  });
  const configure = html`<a class="button button--subtle" href="${address}?configure=${gadget.id}">Configure</a>`;
  return html`<section class="gadget-card" aria-label="${module.title}" data-gadget="${gadget.id}">
    <header class="gadget-card__head">
      <h2>${module.title}</h2>
      ${edited ? html`<a class="button button--subtle" href="${address}">Cancel</a>` : configure}
      <form method="post" action="${address}">
        <input type="hidden" name="action" value="remove" />
        <button class="button button--subtle" name="gadgetId" value="${gadget.id}">Remove</button>
      </form>
    </header>
    ${frame}
  </section>`;
}

/** POST `/dashboards`: adds a gadget, which then asks to be configured, or removes one. */
export function changeDashboard(context: PageContext): Answer {
  const { dashboard, forge } = context.parts;
  const form = formOf(context.exchange);
  if (form.get('action') === 'remove') {
    dashboard.remove(form.get('gadgetId') ?? '');
    return redirect(address);
  }
  const module = findModule(forge, form.get('moduleKey') ?? '', null);
  if (module?.type !== 'jira:dashboardGadget') return textAnswer(400, 'manifest.yml declares no such gadget.');
  dashboard.add(module.key);
  return redirect(`${address}?configure=${dashboard.gadgets().at(-1)?.id ?? ''}`);
}
