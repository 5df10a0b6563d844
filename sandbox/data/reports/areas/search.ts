import type { Area } from '../area';

export const search: Area = {
  component: 'Search',
  label: 'search',
  subjects: [
    {
      name: 'Search results',
      steps: ['Open the start page.', 'Search for “rain jacket”.'],
      faults: [
        ['are empty for every query', 'Matching articles are listed.', 1],
        ['contain articles that were withdrawn', 'Withdrawn articles are not found.', 3],
        ['repeat the same article on page two', 'Each article appears once.', 3],
        ['take more than ten seconds', 'Results appear within one second.', 2],
        ['ignore the second word', 'All words count.', 3],
      ],
    },
    {
      name: 'Suggestion list',
      steps: ['Click into the search field.', 'Type “sho” slowly.'],
      faults: [
        ['covers the search button', 'The button stays reachable.', 4],
        ['proposes words from another language', 'Suggestions are in the language of the shop.', 3],
        ['does not close with Escape', 'Escape closes the list.', 4],
        ['shows prices without VAT', 'Prices are those of the shop.', 2],
        ['sends a request for every key', 'Requests are bundled while somebody types.', 3],
      ],
    },
    {
      name: 'Price filter',
      steps: ['Search for “lamp”.', 'Set the price range to 20 to 50 EUR.'],
      faults: [
        ['leaves out articles on sale', 'The reduced price counts.', 2],
        ['resets to its start on page two', 'The filter stays until it is changed.', 3],
        ['accepts a minimum above the maximum', 'The two ends cannot cross.', 4],
        ['finds nothing when only one end is set', 'An open end means no limit.', 3],
        ['counts hits that are not shown', 'The number equals the articles listed.', 3],
      ],
    },
    {
      name: 'Sort order',
      steps: ['Search for “chair”.', 'Sort by price, lowest first.'],
      faults: [
        ['is lost on the way back from a product', 'The list comes back as it was.', 3],
        ['puts sold-out articles first', 'Articles in stock come first.', 3],
        ['compares prices as text', '9.90 comes before 19.90.', 2],
        ['differs between two loads of the same page', 'The same query gives the same order.', 3],
        ['has no label for screen readers', 'The order is announced.', 4],
      ],
    },
    {
      name: 'Search index',
      steps: ['Change the name of an article in the back office.', 'Wait for the next index run.'],
      faults: [
        ['drops a whole category', 'Every active article is in the index.', 1],
        ['lags hours behind the catalogue', 'A change is found within five minutes.', 2],
        ['stops at the first broken article', 'A broken article is skipped and reported.', 2],
        ['holds two entries for one article', 'There is one entry for each article and language.', 3],
        ['forgets the synonyms', 'Synonyms are loaded with each run.', 3],
      ],
      backOffice: {
        conditions: [
          ['after the nightly index run', 'Repeat it after the nightly run.'],
          ['while the index is being rebuilt', 'Start a rebuild and repeat it meanwhile.'],
          ['for articles in two categories', 'Choose an article that is in two categories.'],
          ['after a bulk change of prices', 'Change 5,000 prices in one go.'],
          ['for articles without a description', 'Choose an article without a description.'],
          ['when two runs overlap', 'Start a second run before the first has ended.'],
          ['for marketplace articles', 'Choose an article of a marketplace seller.'],
        ],
      },
    },
    {
      name: 'Spelling correction',
      steps: ['Search for a misspelt word, e.g. “jaket”.'],
      faults: [
        ['replaces a brand name that exists', 'Known brand names are left alone.', 3],
        ['offers a word without any hits', 'Only words with hits are offered.', 4],
        ['turns the query into an error page', 'The results of the corrected word are shown.', 2],
        ['cannot be undone', 'The original query can be searched anyway.', 4],
        ['corrects article numbers', 'Article numbers are left alone.', 3],
      ],
    },
  ],
  conditions: [
    ['when the query contains an umlaut', 'Use a query with an umlaut, e.g. “Tür”.'],
    ['when the query ends with a space', 'Add a space to the end of the query.'],
    ['for queries with an ampersand', 'Search for “salt & pepper”.'],
    ['when two filters are combined', 'Add a filter on colour.'],
    ['after the nightly index run', 'Repeat it after the nightly run.'],
    ['for article numbers with a dash', 'Search for “AB-1207”.'],
    ['on result pages beyond 20', 'Go to page 21.'],
    ['with more than 10,000 hits', 'Search for a very common word.'],
    ['while the index is being rebuilt', 'Start a rebuild and repeat it meanwhile.'],
    ['within a category', 'Restrict the search to “Outdoor”.'],
  ],
  java: [
    'com.example.shop.search.QueryParser.parse',
    'com.example.shop.search.FacetCounter.count',
    'com.example.shop.search.IndexWriter.flush',
  ],
  python: ['shop/search/indexer.py:index_batch', 'shop/search/synonyms.py:load', 'shop/search/ranking.py:score_hits'],
  javascript: [
    'renderHits (search/result-list.tsx)',
    'debounceQuery (search/suggestions.ts)',
    'parseRange (search/price-filter.ts)',
  ],
};
