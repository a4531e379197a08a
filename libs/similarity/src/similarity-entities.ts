/** The tables of similarity. */
export const similarityEntities: (new () => object)[] = [];
