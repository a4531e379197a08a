import { SearchLease } from './meilisearch/search-lease.entity';
import { SearchMirror } from './meilisearch/search-mirror.entity';
import { SearchRow } from './postgres/search-row.entity';
import { SearchWord } from './postgres/search-word.entity';

/** The tables of search. */
export const searchEntities: (new () => object)[] = [SearchLease, SearchMirror, SearchRow, SearchWord];
