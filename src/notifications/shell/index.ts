export { forgetMessagesBefore, forgetMessagesOf } from './message-store';
export { previewNotifications } from './preview';
export { gather, tellDue } from './tell-due';
