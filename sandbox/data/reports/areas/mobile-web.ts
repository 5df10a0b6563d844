import type { Area } from '../area';

export const mobileWeb: Area = {
  component: 'Mobile web',
  label: 'mobile web',
  subjects: [
    {
      name: 'Mobile menu',
      steps: ['Open the shop on a phone.', 'Open the menu.'],
      faults: [
        ['cannot be opened', 'A tap opens the menu.', 1],
        ['stays open over the product', 'The menu closes when a page is chosen.', 3],
        ['scrolls the page behind it', 'Only the menu scrolls.', 4],
        ['loses the third level', 'All levels can be reached.', 3],
        ['reacts only to the second tap', 'The first tap counts.', 3],
      ],
    },
    {
      name: 'Image gallery',
      steps: ['Open a product on a phone.', 'Swipe through the pictures.'],
      faults: [
        ['crashes the tab', 'All pictures can be seen.', 2],
        ['loads pictures at full size', 'Pictures fit the screen’s width.', 3],
        ['jumps back to the first picture', 'The current picture stays.', 4],
        ['does not zoom', 'Two fingers zoom.', 4],
        ['swallows the back gesture', 'The back gesture leaves the page.', 3],
      ],
    },
    {
      name: 'Sticky buy button',
      steps: ['Open a product on a phone.', 'Scroll down.'],
      faults: [
        ['lies under the browser’s toolbar', 'The button is always visible.', 2],
        ['puts the wrong variant into the cart', 'The chosen variant is added.', 1],
        ['can be tapped twice', 'A second tap is ignored.', 2],
        ['hides the cookie notice', 'The notice stays reachable.', 3],
        ['flickers while scrolling', 'The button stands still.', 4],
      ],
    },
    {
      name: 'Offline page',
      steps: ['Open the shop on a phone.', 'Turn on flight mode.', 'Open another page.'],
      faults: [
        ['stays although the network is back', 'The shop reloads by itself.', 2],
        ['is shown to customers with a slow network', 'Slow is not offline.', 2],
        ['serves prices from last week', 'No prices are shown offline.', 2],
        ['has no way back', 'A link leads to the start page.', 4],
        ['logs an error for every picture', 'Missing pictures are expected offline.', 4],
      ],
    },
    {
      name: 'Store finder',
      steps: ['Open “Stores” on a phone.', 'Allow the location.'],
      faults: [
        ['asks for the location on every visit', 'The answer is remembered.', 4],
        ['shows stores in the wrong country', 'Stores near the customer come first.', 3],
        ['opens a map that is all grey', 'The map shows the surroundings.', 3],
        ['lists stores that are closed for good', 'Closed stores are removed.', 3],
        ['freezes the page', 'The page stays usable while it searches.', 2],
      ],
    },
    {
      name: 'Wallet button',
      steps: ['Put any article into the cart on a phone.', 'Pay with the wallet button.'],
      faults: [
        ['does nothing', 'The wallet opens.', 1],
        ['shows the total without shipping', 'The wallet shows the full total.', 2],
        ['is offered on devices without a wallet', 'The button is hidden there.', 3],
        ['ends in “Session not found”', 'The payment leads to the order.', 1],
        ['has the wrong corner radius', 'The button follows the wallet’s guidelines.', 4],
      ],
    },
  ],
  conditions: [
    ['on small screens', 'Use a screen 320 pixels wide.'],
    ['after rotating the device', 'Rotate the device.'],
    ['on tablets', 'Use a tablet.'],
    ['on a slow network', 'Throttle the network to “Slow 3G”.'],
    ['with large text', 'Set the text size to 200 %.'],
    ['in an in-app browser', 'Open the link from a messaging app.'],
    ['when the page comes back from the background', 'Switch to another app for five minutes.'],
    ['in private mode', 'Use a private window.'],
    ['in dark mode', 'Turn on dark mode.'],
    ['on devices with a notch', 'Use a phone with a notch.'],
  ],
  java: ['com.example.shop.mobile.DeviceResolver.resolve', 'com.example.shop.mobile.WalletSessionController.create'],
  python: ['shop/mobile/manifest.py:build_manifest', 'shop/mobile/wallet.py:create_session'],
  javascript: [
    'openMenu (mobile/menu.tsx)',
    'onTouchEnd (mobile/gallery.ts)',
    'requestWallet (mobile/wallet-button.ts)',
    'respondFromCache (mobile/service-worker.ts)',
  ],
};
