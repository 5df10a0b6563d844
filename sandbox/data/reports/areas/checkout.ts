import type { Area } from '../area';

export const checkout: Area = {
  component: 'Checkout',
  label: 'checkout',
  subjects: [
    {
      name: 'Order confirmation',
      steps: ['Put any article into the cart.', 'Complete the checkout.'],
      faults: [
        ['never appears although the order is stored', 'The confirmation page shows the order number.', 1],
        ['shows the order of the previous customer', 'Only the own order is shown.', 1],
        ['is mailed twice', 'One mail is sent for each order.', 3],
        ['lists the articles without their variants', 'Size and colour stand beside each article.', 3],
        ['prints the date in American order', 'The date follows the language of the shop.', 4],
      ],
    },
    {
      name: 'Cart',
      steps: ['Sign in.', 'Put two articles into the cart.', 'Open the cart.'],
      faults: [
        ['is emptied without a message', 'The cart keeps its articles until they are bought or removed.', 2],
        ['adds up to the wrong total', 'The total is the sum of the lines shown.', 1],
        ['keeps an article that was removed', 'A removed article disappears at once.', 3],
        ['counts one article twice in the header', 'The number in the header equals the number of articles.', 4],
        ['loses the gift message', 'The gift message is kept until the order is placed.', 3],
      ],
    },
    {
      name: 'Shipping cost',
      steps: ['Put an article above 2 kg into the cart.', 'Go to “Delivery”.'],
      faults: [
        ['is charged although the order is above the free limit', 'Orders above the limit are delivered free of charge.', 2],
        ['jumps between two values on every reload', 'The cost depends on the cart and the address alone.', 3],
        ['is missing from the summary', 'The summary lists the shipping cost on a line of its own.', 3],
        ['is rounded to whole euros', 'Cents are kept.', 4],
        ['is computed for the billing address', 'The delivery address decides.', 2],
      ],
    },
    {
      name: 'Address form',
      steps: ['Go to the checkout as a guest.', 'Fill in the delivery address.'],
      faults: [
        ['refuses valid house numbers', 'House numbers such as “12-14 B” are accepted.', 3],
        ['forgets what was typed', 'The fields keep their content.', 3],
        ['saves the postcode into the city field', 'Each value lands in its own field.', 2],
        ['cannot be sent with the keyboard', 'Enter sends the form.', 4],
        ['shows its error messages in English', 'Messages follow the language of the shop.', 4],
      ],
    },
    {
      name: 'Voucher field',
      steps: ['Put articles for 80 EUR into the cart.', 'Type a voucher code.'],
      faults: [
        ['accepts an expired code', 'An expired code is refused with its date.', 2],
        ['subtracts the discount twice', 'The discount is subtracted once.', 1],
        ['stays disabled after a typing error', 'The code can be corrected and sent again.', 3],
        ['hides the “Remove” link', 'A voucher can be taken back before paying.', 4],
        ['lets two exclusive vouchers be combined', 'Exclusive vouchers replace each other.', 2],
      ],
    },
    {
      name: 'Express checkout',
      steps: ['Sign in as a customer with a stored address.', 'Choose “Buy now” on a product page.'],
      faults: [
        ['ends on a blank page', 'The order is placed and confirmed.', 1],
        ['ships to an address that was deleted', 'The current default address is used.', 2],
        ['skips the age check', 'Articles from 18 need the age check in every checkout.', 2],
        ['is offered for articles that are sold out', 'The button is hidden when nothing is in stock.', 3],
        ['shows the wrong delivery day', 'The day is the one that the warehouse promises.', 3],
      ],
    },
  ],
  conditions: [
    ['when a voucher is applied', 'Apply the voucher TESTER10.'],
    ['when the cart holds a gift card', 'Add a gift card of 25 EUR.'],
    ['when delivery is split into two parcels', 'Choose articles from two warehouses.'],
    ['for guests', 'Continue without signing in.'],
    ['after the session has expired', 'Wait 31 minutes, then continue.'],
    ['when the page is reloaded during payment', 'Reload the page while the payment is under way.'],
    ['with store pick-up', 'Choose “Pick up in a store”.'],
    ['when the quantity is changed at the last step', 'Change the quantity on the summary page.'],
    ['with two tabs open', 'Open the checkout in a second tab and go on there.'],
    ['for deliveries to an island', 'Choose a delivery address on an island.'],
  ],
  java: [
    'com.example.shop.checkout.CartService.merge',
    'com.example.shop.checkout.OrderAssembler.assemble',
    'com.example.shop.checkout.ShippingCostCalculator.costFor',
    'com.example.shop.checkout.CheckoutController.submit',
  ],
  python: [
    'shop/checkout/orders.py:place_order',
    'shop/checkout/vouchers.py:apply_voucher',
    'shop/checkout/addresses.py:normalise',
  ],
  javascript: [
    'placeOrder (checkout/order.ts)',
    'applyVoucher (checkout/voucher-field.tsx)',
    'CartSummary (checkout/cart-summary.tsx)',
  ],
};
