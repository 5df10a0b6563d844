import type { Area } from '../area';

export const accounts: Area = {
  component: 'Accounts',
  label: 'accounts',
  subjects: [
    {
      name: 'Sign-in',
      steps: ['Open the sign-in page.', 'Sign in with a valid account.'],
      faults: [
        ['fails for all customers', 'Valid credentials are accepted.', 1],
        ['leads back to itself in a loop', 'The customer lands where they came from.', 2],
        ['accepts a password that was changed', 'Only the current password is valid.', 1],
        ['forgets “Stay signed in”', 'The session lasts 30 days.', 3],
        ['shows an error without words', 'The message says what to do.', 4],
      ],
    },
    {
      name: 'Password reset',
      steps: ['Choose “Forgotten password”.', 'Open the link in the mail.'],
      faults: [
        ['sends a link that is already expired', 'The link is valid for one hour.', 2],
        ['tells whether an address is registered', 'The answer is the same for every address.', 2],
        ['rejects passwords with a space', 'Spaces are allowed.', 4],
        ['sends no mail', 'A mail arrives within a minute.', 2],
        ['signs in the wrong account', 'The link belongs to one account.', 1],
      ],
    },
    {
      name: 'Address book',
      steps: ['Sign in.', 'Open “My addresses”.', 'Change the default address.'],
      faults: [
        ['shows addresses of another customer', 'Only own addresses are shown.', 1],
        ['cannot hold more than ten addresses', 'Up to 50 addresses can be stored.', 3],
        ['loses the second line of the street', 'Both lines are stored.', 3],
        ['sorts by creation instead of by name', 'Addresses are sorted by name.', 4],
        ['overwrites the billing address', 'Delivery and billing addresses are independent.', 2],
      ],
    },
    {
      name: 'Order history',
      steps: ['Sign in.', 'Open “My orders”.'],
      faults: [
        ['ends after the first page', 'All orders can be reached.', 3],
        ['times out', 'The page opens within two seconds.', 2],
        ['shows cancelled orders as delivered', 'The state is that of the order.', 3],
        ['links to an invoice that does not exist', 'Every link opens its invoice.', 3],
        ['uses two different date formats', 'One format is used throughout.', 4],
      ],
    },
    {
      name: 'Newsletter setting',
      steps: ['Sign in.', 'Open “My messages”.', 'Turn the newsletter off.'],
      faults: [
        ['turns itself on again', 'The choice is kept.', 2],
        ['is saved for the wrong shop', 'Each shop has its own setting.', 3],
        ['needs two clicks', 'One click is enough.', 4],
        ['is ignored by the mail service', 'No mail is sent after it was turned off.', 2],
        ['has lost its explanation', 'The text says what is sent and how often.', 4],
      ],
    },
    {
      name: 'Account deletion',
      steps: ['Sign in with a test account.', 'Choose “Delete my account”.'],
      faults: [
        ['keeps the address data', 'Personal data is erased within 24 hours.', 1],
        ['fails when an order is open', 'The customer is told when it will be possible.', 3],
        ['leaves the session valid', 'All sessions end.', 2],
        ['asks for a password that was never set', 'Accounts without a password confirm by mail.', 3],
        ['says “Goodbye” in the wrong language', 'The page follows the language of the shop.', 4],
      ],
    },
  ],
  conditions: [
    ['when the address contains a plus sign', 'Use an address such as name+shop@example.com.'],
    ['with two-step sign-in', 'Turn on two-step sign-in first.'],
    ['for accounts from before 2020', 'Use one of the migrated test accounts.'],
    ['when cookies are restricted', 'Block third-party cookies.'],
    ['after a change of e-mail address', 'Change the e-mail address first.'],
    ['for accounts with more than 500 orders', 'Use the test account with 500 orders.'],
    ['when signed in on two devices', 'Sign in on a second device.'],
    ['with single sign-on', 'Sign in through the company’s identity provider.'],
    ['for accounts without a name', 'Use an account without first and last name.'],
    ['when the link is opened twice', 'Open the link a second time.'],
  ],
  java: [
    'com.example.shop.accounts.SessionFilter.doFilter',
    'com.example.shop.accounts.PasswordResetService.redeem',
    'com.example.shop.accounts.AddressRepository.save',
  ],
  python: ['shop/accounts/sessions.py:refresh', 'shop/accounts/erasure.py:erase_customer', 'shop/accounts/mail.py:send_template'],
  javascript: [
    'redirectBack (accounts/sign-in.ts)',
    'AddressForm (accounts/address-form.tsx)',
    'loadOrders (accounts/order-history.ts)',
  ],
};
