import { SearchRow } from './postgres/search-row.entity';
import { SearchWord } from './postgres/search-word.entity';

/** The tables of search. */
export const searchEntities: (new () => object)[] = [SearchRow, SearchWord];
