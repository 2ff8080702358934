/** All limits in one place. Where one bites, a fault says so and the rest is still analysed. */
export const LIMITS = {
  /** UTF-16 units of one block that are still parsed as Markdown; a longer one is kept as it stands and not read. */
  block: 64 * 1024,
  /**
   * Stars, dashes and underlined titles in one paragraph or cell that is still parsed as Markdown: the parser's time
   * grows with the square of their number (a thousand take half a second).
   */
  marks: 300,
  /** Quotations within each other that are still parsed; there, too, the square. */
  depth: 20,
  /** Sentences of one turn that are told apart; what follows them is weighed as one. Nobody speaks so long in a group. */
  sentences: 500,
  /** UTF-16 units of a document that are analysed: some 8,000 turns, far beyond any session. */
  document: 1024 * 1024,
  /** Length of a speaker's label. */
  label: 40,
} as const;
