export const FILE_OUT = 'The file was not taken; the other files are not affected.'
export const ROW_OUT = 'This row was not taken; all other rows were.'
export const ROW_IN = 'The rows are kept as they are.'
