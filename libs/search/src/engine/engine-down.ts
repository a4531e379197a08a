/** A search engine does not answer, or not as it should: whoever asked looks elsewhere. */
export class EngineDown extends Error {}
