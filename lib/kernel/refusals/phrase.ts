/** A language key with facts of its own, translated for the reader. */
export interface Phrase { key: string; facts?: readonly Fact[] }

/** What fills a sentence: literal text, or a phrase. */
export type Fact = string | Phrase;
