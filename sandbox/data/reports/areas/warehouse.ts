import type { Area, Condition } from '../area';

const floor: readonly Condition[] = [
  ['when two orders arrive in the same second', 'Send two orders at the same time.'],
  ['during the stock count', 'Start a stock count in between.'],
  ['for articles with serial numbers', 'Choose an article with serial numbers.'],
  ['at shift change', 'Change the user of the scanner in between.'],
  ['for transfers between warehouses', 'Transfer the stock to the second warehouse.'],
  ['when the scanner goes offline', 'Switch the scanner’s network off and on.'],
  ['for hazardous goods', 'Choose an article with a hazard class.'],
  ['with more than 200 order lines', 'Use an order with more than 200 lines.'],
  ['after a restart of the message broker', 'Restart the broker.'],
  ['for pre-orders', 'Choose an article that can be pre-ordered.'],
];

export const warehouse: Area = {
  component: 'Warehouse',
  label: 'warehouse',
  subjects: [
    {
      name: 'Stock reservation',
      steps: ['Order the last piece of an article.', 'Look at the stock in the back office.'],
      faults: [
        ['is taken twice for one order', 'One order takes its pieces once.', 1],
        ['is not released after a cancellation', 'A cancelled order frees its pieces.', 2],
        ['lets the stock fall below zero', 'The last piece can be sold once.', 1],
        ['ignores the safety stock', 'The safety stock is not sold online.', 3],
        ['waits for a lock for minutes', 'A reservation takes less than a second.', 2],
      ],
      backOffice: { conditions: floor },
    },
    {
      name: 'Pick list',
      steps: ['Create a pick list for ten orders.', 'Open it on a scanner.'],
      faults: [
        ['is sent to the wrong warehouse', 'The list goes to the warehouse with the stock.', 1],
        ['leaves out the last shelf', 'All shelves are listed.', 2],
        ['sorts shelves as text', 'Shelf A-2 comes before A-10.', 4],
        ['cannot be printed', 'The list is printed on A4.', 3],
        ['shows articles that were already picked', 'Picked articles disappear.', 3],
      ],
      backOffice: { conditions: floor },
    },
    {
      name: 'Parcel label',
      steps: ['Pack an order.', 'Print its label.'],
      faults: [
        ['carries the address of another order', 'The label carries the own address.', 1],
        ['has no barcode', 'Every label has a readable barcode.', 2],
        ['cuts off long street names', 'Long names break into a second line.', 3],
        ['is printed at half its size', 'The label fills 10 × 15 cm.', 4],
        ['names the wrong carrier', 'The carrier is the one that was chosen.', 2],
      ],
      backOffice: { conditions: floor },
    },
    {
      name: 'Returns desk',
      steps: ['Scan a returned parcel.', 'Book one article back into stock.'],
      faults: [
        ['books the article into another warehouse', 'The article is booked where it was scanned.', 2],
        ['needs the order number although it was scanned', 'The scan is enough.', 4],
        ['refunds before the check', 'The refund follows the check.', 2],
        ['hangs while the list of reasons is loading', 'Reasons are there at once.', 3],
        ['forgets the condition of the article', 'The condition is stored with the return.', 3],
      ],
      backOffice: { conditions: floor },
    },
    {
      name: 'Carrier interface',
      steps: ['Hand over the day’s parcels.', 'Look at the tracking in the back office.'],
      faults: [
        ['sends no tracking numbers', 'Each parcel has its tracking number.', 2],
        ['stops after one refused parcel', 'The rest is handed over.', 2],
        ['reports deliveries an hour too early', 'Times are those of the place of delivery.', 3],
        ['writes passwords into the log', 'Secrets are masked in logs.', 1],
        ['retries without a pause', 'Retries wait longer each time.', 3],
      ],
      backOffice: { conditions: floor },
    },
    {
      name: 'Delivery promise',
      steps: ['Choose an article that is in one warehouse only.', 'Look at the promised day.'],
      faults: [
        ['counts Sundays as working days', 'Sundays and holidays are left out.', 3],
        ['is one day short', 'The promise can be kept.', 2],
        ['changes after the order was placed', 'The promise stays as it was ordered.', 2],
        ['is missing for bulky goods', 'A day is shown for every article.', 3],
        ['says “tomorrow” after the cut-off time', 'After the cut-off the next day counts.', 3],
      ],
    },
  ],
  conditions: floor,
  java: [
    'com.example.shop.warehouse.ReservationService.reserve',
    'com.example.shop.warehouse.PickListBuilder.build',
    'com.example.shop.warehouse.CarrierGateway.handOver',
    'com.example.shop.warehouse.StockLedger.post',
  ],
  python: ['shop/warehouse/transfer.py:move_stock', 'shop/warehouse/labels.py:render', 'shop/warehouse/promise.py:promised_day'],
  javascript: [
    'scanArticle (warehouse/scanner.ts)',
    'ReturnsDesk (warehouse/returns-desk.tsx)',
    'printLabel (warehouse/label.ts)',
  ],
};
