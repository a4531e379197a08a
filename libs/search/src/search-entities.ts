import { SearchChange } from './changes/search-change.entity';
import { SearchPass } from './indexing/search-pass.entity';
import { SearchRow } from './postgres/search-row.entity';
import { SearchWord } from './postgres/search-word.entity';
import { SearchClick } from './recording/search-click.entity';
import { SearchRecord } from './recording/search-record.entity';

/** The tables of search. */
export const searchEntities: (new () => object)[] = [
  SearchChange,
  SearchClick,
  SearchPass,
  SearchRecord,
  SearchRow,
  SearchWord,
];
