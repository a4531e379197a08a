/** The tables of ask attempts. */
export const deflectionEntities: (new () => object)[] = [];
