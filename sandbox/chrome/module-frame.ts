import { otherLoopbackOrigin } from './browser/loopback-origin';
import { resourcePath } from './app-modules';
import { html } from './html';
import type { Html } from './html';
import type { Place } from './place';
import type { UiModule } from '../forge/forge';

export interface FrameOptions {
  readonly module: UiModule;
  readonly place: Place;
  /** Origin of the page; the frame gets the other one. */
  readonly origin: string;
  /** CSS pixels; `fill` takes what is left of the window. */
  readonly minHeight: number | 'fill';
  /** Address that the route `/` stands for; null where the module has no routes. */
  readonly base: string | null;
  /** For a field's editor in a form: the hidden input it fills, whether that saves at once, where closing leads. */
  readonly field?: { readonly input: string; readonly saves: boolean; readonly closesTo: string | null };
}

/** The spot of the page where the browser side puts the app's iframe. */
export function moduleFrame(options: FrameOptions): Html {
  const { module, place, origin, minHeight, base, field } = options;
  const closesTo = field?.closesTo ?? null;
  const settings = {
    place,
    moduleType: module.type,
    src: otherLoopbackOrigin(origin) + resourcePath(module),
    title: module.title,
    minHeight,
    base,
  };
  return html`<div
    class="app-frame"
    data-app-frame="${JSON.stringify(settings)}"
    data-field-input="${field?.input ?? ''}"
    data-submits="${field?.saves === true ? 'now' : 'later'}"
    ${closesTo !== null && html`data-closes-to="${closesTo}"`}
  >
    <noscript>The app runs in the browser and needs JavaScript.</noscript>
  </div>`;
}
