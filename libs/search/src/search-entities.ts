import { SearchClick } from './recording/search-click.entity';
import { SearchRecord } from './recording/search-record.entity';

/** The tables of search. */
export const searchEntities: (new () => object)[] = [SearchClick, SearchRecord];
