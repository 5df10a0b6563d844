import type { AppFrame } from './app-frame';
import { messageOf } from './channel';
import { ask } from './server';

function explain(text: string): void {
  const place = document.querySelector<HTMLElement>('[data-rule-message]');
  if (place === null) return;
  place.textContent = text;
  place.hidden = text === '';
}

/** Save of a rule's configuration page: asks the app for the configuration (`workflowRules.onConfigure`) and stores its string. */
export function startRulePage(frame: AppFrame): void {
  const button = document.querySelector<HTMLButtonElement>('[data-rule-save]');
  button?.addEventListener('click', () => void save(frame, button));
}

async function save(frame: AppFrame, button: HTMLButtonElement): Promise<void> {
  explain('');
  if (frame.configure === null)
    return explain('The app has not called workflowRules.onConfigure yet, so there is nothing to save.');
  button.disabled = true;
  try {
    const config = await frame.configure();
    // `undefined` means that the app wants the form corrected first (docs/platform.md A.4).
    if (config === undefined) return explain('The app did not hand out a configuration: see its message above.');
    if (typeof config !== 'string') return explain('onConfigure must give a JSON string.');
    await ask('rule-config', { ruleId: frame.settings.place['ruleId'], config });
    window.location.assign(button.dataset['ruleSave'] ?? '/settings/workflows');
  } catch (error) {
    explain(messageOf(error));
  } finally {
    button.disabled = false;
  }
}
