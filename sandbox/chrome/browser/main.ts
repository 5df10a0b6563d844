/** Browser side of the Jira-like pages: mounts the app's iframes and makes the few live parts of the pages work. */
import { AppFrame, addFrame } from './app-frame';
import { callBridge } from './bridge-methods';
import type { FrameSettings } from './app-frame';
import { isRecord } from './channel';
import { fieldHandlers } from './field-frames';
import { gadgetHandlers } from './gadget-frame';
import { startFocus } from './focus';
import { startMenus } from './menus';
import { startPageHistory } from './page-history';
import { startRulePage } from './rule-page';
import { startTheme } from './theme';

const isPlace = (value: unknown): value is FrameSettings['place'] =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

function settingsOf(element: HTMLElement): FrameSettings | null {
  const read: unknown = JSON.parse(element.dataset['appFrame'] ?? 'null');
  if (!isRecord(read) || !isPlace(read['place'])) return null;
  return {
    place: read['place'],
    moduleType: String(read['moduleType']),
    src: String(read['src']),
    title: String(read['title']),
    minHeight: typeof read['minHeight'] === 'number' ? read['minHeight'] : 'fill',
    base: typeof read['base'] === 'string' ? read['base'] : null,
    ...fieldHandlers(element),
    ...gadgetHandlers(read['place']),
  };
}

function mount(element: HTMLElement): void {
  const settings = settingsOf(element);
  if (settings === null) return;
  const frame = addFrame(new AppFrame(element, settings, callBridge));
  if (settings.moduleType.startsWith('jira:workflow')) startRulePage(frame);
}

startTheme();
startMenus();
startFocus();
startPageHistory();
for (const element of document.querySelectorAll<HTMLElement>('[data-app-frame]')) mount(element);
