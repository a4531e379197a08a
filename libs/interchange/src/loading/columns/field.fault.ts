/** A record that has not the form it should have; the message is a sentence without what it holds. */
export class FieldFault extends Error {}
