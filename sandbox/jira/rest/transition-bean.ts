import { statusBean } from '../beans/status-bean';
import { known } from '../site/find';
import type { Site } from '../site/site';
import type { Transition } from '../model';

export function transitionBean(site: Site, transition: Transition): Record<string, unknown> {
  return {
    id: transition.id,
    name: transition.name,
    to: statusBean(site, known(site.statuses, transition.to, 'status')),
    hasScreen: false,
    isGlobal: transition.from === '*',
    isInitial: false,
    isAvailable: true,
    isConditional: transition.conditions.length > 0,
    isLooped: transition.from !== '*' && transition.from.includes(transition.to),
  };
}
