export { gatheringTime } from './decide';
export { deliveryUnusable, deploymentStep, incidentReported, runBroken, severeDefect, verdictChanged } from './messages';
export type { Told } from './messages';
export { ticketToTellOn } from './occurrence';
export type { ReleaseFacts } from './occurrence';
export { defaultNotificationRules } from './rules';
export type { NotificationRules } from './rules';
