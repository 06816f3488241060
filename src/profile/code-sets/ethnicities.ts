import { codeSet } from './code-set.ts';

/** Ethnicity by the codes of England's returns, shown as such: Jersey's census uses its own groups. */
// biome-ignore format: a table reads as a table
export const ETHNICITIES = codeSet({
  id: 'ethnicity',
  title: 'Ethnicity',
  source: 'Children in need census and children looked after return, England. They do not tell Portuguese, Polish and Romanian families apart',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'WBRI', label: 'White British' },
    { code: 'WIRI', label: 'White Irish' },
    { code: 'WIRT', label: 'Traveller of Irish heritage' },
    { code: 'WROM', label: 'Gypsy or Roma' },
    { code: 'WOTH', label: 'Any other White background' },
    { code: 'MWBC', label: 'White and Black Caribbean' },
    { code: 'MWBA', label: 'White and Black African' },
    { code: 'MWAS', label: 'White and Asian' },
    { code: 'MOTH', label: 'Any other mixed background' },
    { code: 'AIND', label: 'Indian' },
    { code: 'APKN', label: 'Pakistani' },
    { code: 'ABAN', label: 'Bangladeshi' },
    { code: 'AOTH', label: 'Any other Asian background' },
    { code: 'BCRB', label: 'Black Caribbean' },
    { code: 'BAFR', label: 'Black African' },
    { code: 'BOTH', label: 'Any other Black background' },
    { code: 'CHNE', label: 'Chinese' },
    { code: 'OOTH', label: 'Any other ethnic group' },
    { code: 'REFU', label: 'Did not want to say' },
    { code: 'NOBT', label: 'Not asked yet' },
  ],
});
