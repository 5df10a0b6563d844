import type { Condition } from './area';

/** Circumstances that fit any part of the shop. */
export const anywhere: readonly Condition[] = [
  ['since the last deployment', 'Compare with the build before.'],
  ['under load', 'Run the load profile “evening” at the same time.'],
  ['after a failover of the database', 'Fail over to the second database node.'],
  ['when the clock changes to winter time', 'Set the date to the last Sunday of October.'],
  ['on the second attempt', 'Do it again at once.'],
  ['around midnight', 'Do it between 23:55 and 00:05.'],
  ['in about one of twenty cases', 'Repeat it twenty times.'],
  ['when the message broker is slow', 'Delay messages by 20 seconds.'],
];

/** Circumstances of what a customer sees. */
export const inBrowser: readonly Condition[] = [
  ['in Firefox', 'Use the current Firefox.'],
  ['in Safari', 'Use the current Safari.'],
  ['in the Dutch shop', 'Switch to the Dutch shop.'],
  ['in the French shop', 'Switch to the French shop.'],
  ['when a browser extension blocks scripts', 'Use a browser with a script blocker.'],
  ['with keyboard only', 'Do it without a mouse.'],
  ['with a screen reader', 'Do it with a screen reader.'],
];

export const markets: readonly string[] = [
  'Germany',
  'Austria',
  'Switzerland',
  'France',
  'the Netherlands',
  'Belgium',
  'Denmark',
  'Sweden',
  'Spain',
  'Italy',
  'Poland',
  'Ireland',
];
export const browsers: readonly string[] = [
  'Chrome 129 on Windows 11',
  'Chrome 130 on macOS 14',
  'Chrome 130 on Android 14',
  'Firefox 131 on Windows 11',
  'Firefox 131 on Ubuntu 24.04',
  'Safari 17.6 on iOS 17.6',
  'Safari 18 on macOS 15',
  'Safari 18 on iOS 18',
  'Edge 129 on Windows 11',
  'Samsung Internet 26 on Android 14',
];
