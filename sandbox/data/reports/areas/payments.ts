import type { Area } from '../area';

export const payments: Area = {
  component: 'Payments',
  label: 'payments',
  subjects: [
    {
      name: 'Card payment',
      steps: ['Put any article into the cart.', 'Pay with the test card ending in 4242.'],
      faults: [
        ['is booked twice', 'The card is charged once for each order.', 1],
        ['is declined although the bank has approved it', 'An approved payment leads to an order.', 1],
        ['hangs on “Please wait” for minutes', 'The customer sees a result within 15 seconds.', 2],
        ['loses the reference number', 'The reference stands on the order and on the receipt.', 3],
        ['shows the wrong card brand', 'The brand matches the number.', 4],
      ],
    },
    {
      name: 'Refund',
      steps: ['Open a delivered order in the back office.', 'Refund one of its articles.'],
      faults: [
        ['is paid out in the wrong currency', 'The refund has the currency of the payment.', 1],
        ['stays “pending” for ever', 'A refund is settled or fails with a reason.', 2],
        ['leaves out the shipping cost', 'Shipping is refunded with the whole order.', 3],
        ['can be requested twice', 'A second request is refused.', 2],
        ['sends no mail to the customer', 'The customer is told the amount and the day.', 3],
      ],
      backOffice: {
        conditions: [
          ['with a stored card', 'Choose an order that was paid with a stored card.'],
          ['in Swiss francs', 'Choose an order in CHF.'],
          ['for partial deliveries', 'Choose an order of which one article was shipped.'],
          ['during the nightly settlement', 'Do it between 01:00 and 01:20.'],
          ['for orders paid in instalments', 'Choose an order that is paid in instalments.'],
          ['when a webhook arrives twice', 'Send the provider’s notification twice.'],
          ['for orders older than 90 days', 'Choose an order older than 90 days.'],
        ],
      },
    },
    {
      name: 'Instalment plan',
      steps: ['Put articles for 400 EUR into the cart.', 'Choose “Pay in 3 instalments”.'],
      faults: [
        ['ignores the first instalment', 'Three instalments are charged, the first at once.', 1],
        ['rounds so that the sum is a cent too much', 'The instalments add up to the price.', 3],
        ['is offered below the minimum amount', 'The plan is offered from 100 EUR.', 3],
        ['shows last month as its first date', 'The first date is today.', 3],
        ['cannot be paid off early', 'The rest can be paid at any time.', 2],
      ],
    },
    {
      name: 'Bank redirect',
      steps: ['Choose payment by bank transfer.', 'Approve the payment on the bank’s page.'],
      faults: [
        ['returns to an empty cart', 'The customer returns to the confirmation.', 2],
        ['fails with “state mismatch”', 'The answer of the bank is matched to the order.', 1],
        ['opens in a window that pop-up blockers close', 'The redirect happens in the same window.', 3],
        ['drops the language', 'The bank’s page opens in the language of the shop.', 4],
        ['accepts an answer that was already used', 'Each answer counts once.', 2],
      ],
    },
    {
      name: 'Invoice',
      steps: ['Order as a business customer on account.', 'Open the invoice.'],
      faults: [
        ['carries the wrong VAT rate', 'The rate is that of the country of delivery.', 1],
        ['has a gap in its numbering', 'Numbers follow each other without a gap.', 2],
        ['cuts long article names in the PDF', 'Long names break into a second line.', 4],
        ['is missing for orders of one cent', 'Every order has an invoice.', 4],
        ['still shows the old company address', 'The current address is printed.', 3],
      ],
      backOffice: {
        conditions: [
          ['for deliveries to Switzerland', 'Deliver to Switzerland.'],
          ['for orders with a gift card', 'Pay a part with a gift card.'],
          ['after a partial refund', 'Refund one of two articles first.'],
          ['for orders of more than 40 lines', 'Use an order of more than 40 lines.'],
          ['for orders across midnight', 'Order at 23:59.'],
          ['for cancelled orders', 'Cancel the order first.'],
          ['with a discount on the whole order', 'Apply a discount to the whole order.'],
        ],
      },
    },
    {
      name: 'Payment retry',
      steps: ['Let the first payment fail.', 'Choose “Try again”.'],
      faults: [
        ['creates a second order', 'The retry belongs to the same order.', 1],
        ['uses the amount from before the change', 'The retry charges the current total.', 1],
        ['is not offered', 'A failed payment can be tried again for 24 hours.', 2],
        ['ends in an endless spinner', 'The customer sees a result within 15 seconds.', 2],
        ['counts as fraud in the risk check', 'Three retries are allowed.', 3],
      ],
    },
  ],
  conditions: [
    ['when the bank asks for a second factor', 'Use the test card that asks for a second factor.'],
    ['for orders above 1,000 EUR', 'Raise the quantity until the total exceeds 1,000 EUR.'],
    ['when the payment provider answers late', 'Delay the provider’s answer by 40 seconds.'],
    ['with a stored card', 'Choose a card that was stored before.'],
    ['in Swiss francs', 'Switch the shop to CHF.'],
    ['after a cancelled attempt', 'Cancel the first attempt on the provider’s page.'],
    ['when a webhook arrives twice', 'Send the provider’s notification twice.'],
    ['during the nightly settlement', 'Pay between 01:00 and 01:20.'],
    ['with a corporate card', 'Pay with the corporate test card.'],
    ['for partial deliveries', 'Ship one of two articles, then go on.'],
  ],
  java: [
    'com.example.shop.payments.CaptureService.capture',
    'com.example.shop.payments.PaymentStateMachine.advance',
    'com.example.shop.payments.RefundJob.settle',
    'com.example.shop.payments.ProviderClient.authorise',
  ],
  python: [
    'shop/payments/reconcile.py:match_settlement',
    'shop/payments/refunds.py:issue_refund',
    'shop/payments/webhooks.py:handle_event',
  ],
  javascript: [
    'confirmPayment (payments/card-form.tsx)',
    'onProviderMessage (payments/redirect.ts)',
    'formatAmount (payments/amount.ts)',
  ],
};
