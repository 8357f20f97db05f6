export const FILE_OUT = '这个文件没有采用，其他文件不受影响。'
export const ROW_OUT = '这一行没有采用，其余各行照常。'
export const ROW_IN = '这一行照常采用。'
