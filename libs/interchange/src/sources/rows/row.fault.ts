/** What is wrong with one row of a source: a sentence without what the row holds, so that reasons can be counted. */
export class RowFault extends Error {}
