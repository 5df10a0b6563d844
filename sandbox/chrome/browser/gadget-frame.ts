import type { FrameSettings } from './app-frame';
import { ask } from './server';
import type { Place } from './server';

/** A gadget's edit page: `view.submit(configuration)` saves it and shows the dashboard anew. */
export function gadgetHandlers(place: Place): Pick<FrameSettings, 'onSubmit'> {
  if (place['gadgetMode'] !== 'edit') return {};
  return {
    onSubmit: async (configuration) => {
      await ask('gadget-config', { place, configuration });
      window.location.assign('/dashboards');
    },
  };
}
