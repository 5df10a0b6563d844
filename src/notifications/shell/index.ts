export { forgetMessagesBefore, forgetMessagesOf } from './message-store';
export { previewNotifications } from './preview';
export { sendAtOnce } from './send-message';
export { sendDigest } from './send-digest';
export { gather, tellDue } from './tell-due';
