import { openChannel } from './channel';
import type { Channel } from './channel';
import { onClockOffset } from './clock-badge';
import { helloMessage, portMessage } from './loopback-origin';
import { portWire } from './port-wire';
import type { Place } from './server';
import { currentTheme, onThemeChange } from './theme';

/** What the page says of one iframe of the app; see module-frame.ts on the server for the first six. */
export interface FrameSettings {
  readonly place: Place;
  readonly moduleType: string;
  readonly src: string;
  readonly title: string;
  /** CSS pixels; `fill` takes what is left of the window. */
  readonly minHeight: number | 'fill';
  /** Address of the page that the frame's route `/` stands for; null where the module has no routes. */
  readonly base: string | null;
  /** Extra members of `extension`, e.g. `modal`. */
  readonly extension?: Readonly<Record<string, unknown>>;
  /** Takes `view.submit(value)`; absent where the view is not submittable. */
  readonly onSubmit?: (value: unknown) => Promise<void> | void;
  /** Takes `view.close(payload)`; absent where the view is not closable. */
  readonly onClose?: (payload: unknown) => void;
}

/** Copied from `@forge/csp/out/csp/csp-injection-service.js`. */
const sandboxTokens =
  'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** Answers a call of `@forge/bridge` that an iframe makes. */
export type CallBridge = (frame: AppFrame, method: string, data: unknown) => Promise<unknown>;

/** One iframe of the app with its end of the bridge. */
export class AppFrame {
  readonly iframe = document.createElement('iframe');
  readonly closeCallbacks: ((payload: unknown) => unknown)[] = [];
  channel: Channel | null = null;
  usesHistory = false;
  usesTheme = false;
  configure: (() => unknown) | null = null;

  constructor(
    readonly host: HTMLElement,
    readonly settings: FrameSettings,
    readonly callBridge: CallBridge,
  ) {
    const { iframe } = this;
    iframe.title = settings.title;
    iframe.className = 'app-frame__iframe';
    iframe.setAttribute('sandbox', sandboxTokens);
    iframe.dataset['testid'] = `app-frame-${settings.place['moduleKey'] ?? ''}`;
    window.addEventListener('message', this.greet);
    onClockOffset((offset) => this.tell('sandbox:clock', offset));
    onThemeChange(() => this.usesTheme && this.tell('sandbox:theme', currentTheme(this.themeSheet)));
    iframe.src = settings.src;
    host.append(iframe);
  }

  get origin(): string {
    return new URL(this.settings.src).origin;
  }

  get themeSheet(): string {
    return `${this.origin}/app-resource/.bridge/theme.css`;
  }

  /** Sends something the frame need not answer. */
  tell(method: string, data: unknown): void {
    void this.channel?.call(method, data).catch(() => undefined);
  }

  reload(): void {
    this.iframe.src = this.settings.src;
  }

  remove(): void {
    window.removeEventListener('message', this.greet);
    this.iframe.remove();
  }

  /** The frame's document has loaded (or loaded anew): give it a fresh port. */
  private readonly greet = (event: MessageEvent<unknown>): void => {
    const target = this.iframe.contentWindow;
    if (event.origin !== this.origin || event.source !== target || target === null || event.data !== helloMessage) return;
    const { port1, port2 } = new MessageChannel();
    this.usesHistory = false;
    this.configure = null;
    this.closeCallbacks.length = 0;
    this.channel = openChannel(portWire(port1), (method, data) => this.callBridge(this, method, data));
    target.postMessage(portMessage, this.origin, [port2]);
    this.host.classList.add('app-frame--ready');
  };

  resize(height: number): void {
    const { minHeight } = this.settings;
    const least =
      minHeight === 'fill'
        ? Math.max(320, window.innerHeight - this.host.getBoundingClientRect().top - window.scrollY - 24)
        : minHeight;
    this.iframe.style.height = `${Math.max(height, least)}px`;
  }
}

const frames = new Set<AppFrame>();
export const addFrame = (frame: AppFrame): AppFrame => {
  frames.add(frame);
  return frame;
};
export const removeFrame = (frame: AppFrame): void => {
  frames.delete(frame);
  frame.remove();
};
/** The frame of the page that has routes, where there is one. */
export const routedFrame = (): AppFrame | undefined => [...frames].find((frame) => frame.settings.base !== null);
