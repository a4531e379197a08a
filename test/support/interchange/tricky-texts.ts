const CONTROL = Array.from({ length: 31 }, (_, n) => String.fromCharCode(n + 1)).join('');

/** What has gone wrong somewhere on its way through JSON, CSV, COPY or a line-based file. */
export const TRICKY_TEXTS: readonly string[] = [
  'Back\\slash \\\\ \\n \\u0041 \\. and \\x01',
  'Quotes "double" \'single\' `code` „low“ \u{1f600}',
  'Line\nfeed, carriage\r\nreturn, tab\there',
  `Control${CONTROL}and\u007fdelete`,
  'Separators \u2028line\u2029paragraph\u0085next\u00a0space\ufeffmark',
  'Emoji \u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u{1f3fd}, flags \u{1f1f3}\u{1f1ff}, combining e\u0301, right to left \u202eabc\u202c שלום',
  'Last of the plane \uffff, private \ue000, top \u{10ffff}',
  'Two  spaces,   three, *many*     of them',
  '\\.',
  '\\N',
  '{"kind":"topic"}',
];
