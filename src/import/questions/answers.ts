/** Answers by what they answer: `year:FILE`, `level:FILE`, `begin:FILE`, `same:FILE`, `again:FILE`; and what is told of tables and rows. */
export type Answers = Readonly<Record<string, string>>
