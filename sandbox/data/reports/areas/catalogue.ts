import type { Area } from '../area';

export const catalogue: Area = {
  component: 'Catalogue',
  label: 'catalogue',
  subjects: [
    {
      name: 'Product page',
      steps: ['Open any product with variants.'],
      faults: [
        ['answers with error 500', 'The page opens.', 1],
        ['shows the picture of another variant', 'The picture follows the chosen variant.', 3],
        ['offers a size that is sold out', 'Sold-out sizes are greyed out.', 3],
        ['jumps while it loads', 'The layout is stable from the start.', 4],
        ['repeats the description', 'The description is shown once.', 4],
      ],
    },
    {
      name: 'Price label',
      steps: ['Open a product that is on sale.'],
      faults: [
        ['shows 0.00 EUR', 'The current price is shown.', 1],
        ['keeps the sale price after the sale', 'The regular price returns at the end of the sale.', 2],
        ['lacks the price per litre', 'The price per unit stands below the price.', 2],
        ['strikes out the new price instead of the old one', 'The old price is struck out.', 3],
        ['uses a full stop as decimal sign', 'The sign follows the language of the shop.', 4],
      ],
    },
    {
      name: 'Catalogue import',
      steps: ['Upload the supplier’s file in the back office.', 'Start the import.'],
      faults: [
        ['deletes articles that are missing from the file', 'Missing articles are kept and listed.', 1],
        ['stops without an error message', 'An import ends with a report.', 2],
        ['reads decimals as thousands', '“1,50” is one and a half.', 2],
        ['turns “&” into “&amp;” in names', 'Names are stored as they are.', 4],
        ['runs out of memory', 'Files of 200 MB are imported.', 2],
      ],
      backOffice: {
        conditions: [
          ['when the supplier’s file has a byte order mark', 'Use a file with a byte order mark.'],
          ['for files above 100 MB', 'Use the large test file.'],
          ['when a row is broken off', 'Use a file that ends in the middle of a row.'],
          ['for bundles', 'Use a file with bundles.'],
          ['when two imports run at once', 'Start a second import.'],
          ['for suppliers with two currencies', 'Use the file with two currencies.'],
          ['on the first day of a month', 'Set the date to the first of a month.'],
        ],
      },
    },
    {
      name: 'Category page',
      steps: ['Open the category “Kitchen”.', 'Scroll to the end.'],
      faults: [
        ['loads the same articles again and again', 'Scrolling brings further articles.', 3],
        ['hides the last row', 'All articles can be reached.', 3],
        ['is cached for all customer groups alike', 'Business customers see their own prices.', 1],
        ['shows a breadcrumb of another category', 'The breadcrumb leads to the own parents.', 4],
        ['is not reachable from the menu', 'Every active category is in the menu.', 3],
      ],
    },
    {
      name: 'Stock badge',
      steps: ['Open a product with few pieces left.'],
      faults: [
        ['says “in stock” for sold-out articles', 'The badge follows the stock within a minute.', 2],
        ['shows a negative number', 'The lowest number is 0.', 3],
        ['disagrees with the cart', 'Product page and cart show the same stock.', 2],
        ['is white on white in dark mode', 'The badge is readable in both modes.', 4],
        ['adds up the stock of closed stores', 'Only open stores count.', 3],
      ],
    },
    {
      name: 'Review section',
      steps: ['Open a product with reviews.', 'Write a review as a signed-in customer.'],
      faults: [
        ['publishes reviews before they were checked', 'A review waits for its check.', 2],
        ['averages the stars wrongly', 'The average is that of all published reviews.', 3],
        ['breaks on emoji', 'Emoji are stored and shown.', 3],
        ['shows the full name of the author', 'First name and initial are shown.', 1],
        ['cannot be sorted by date', 'Newest and oldest first are offered.', 4],
      ],
    },
  ],
  conditions: [
    ['for bundles', 'Choose a bundle of two articles.'],
    ['for articles without a picture', 'Choose an article without a picture.'],
    ['when an article has more than 50 variants', 'Choose an article with more than 50 variants.'],
    ['after a price change in the back office', 'Change the price in the back office.'],
    ['for business customers', 'Sign in as a business customer.'],
    ['when the supplier’s file has a byte order mark', 'Use a supplier file with a byte order mark.'],
    ['behind the cache', 'Repeat it without the cache-bypass cookie.'],
    ['for articles in two categories', 'Choose an article that is in two categories.'],
    ['on the first day of a sale', 'Set the date to the first day of the sale.'],
    ['with a very long name', 'Choose an article with a name of 200 characters.'],
  ],
  java: [
    'com.example.shop.catalogue.PriceResolver.resolve',
    'com.example.shop.catalogue.VariantTree.select',
    'com.example.shop.catalogue.ImportJob.readRow',
  ],
  python: ['shop/catalogue/importer.py:parse_row', 'shop/catalogue/prices.py:effective_price', 'shop/catalogue/images.py:resize'],
  javascript: [
    'selectVariant (catalogue/variant-picker.tsx)',
    'PriceLabel (catalogue/price-label.tsx)',
    'loadMore (catalogue/category-page.ts)',
  ],
};
