export { gatheringTime } from './decide';
export { deliveryUnusable, deploymentStep, incidentReported, runBroken, severeDefect, verdictChanged } from './messages';
export type { EventName, Told } from './messages';
export { ticketToTellOn } from './occurrence';
export type { GateChange, Happening, ReleaseFacts } from './occurrence';
export { defaultNotificationRules } from './rules';
export type { NotificationRules } from './rules';
