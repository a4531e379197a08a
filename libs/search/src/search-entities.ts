/** The tables of search. */
export const searchEntities: (new () => object)[] = [];
