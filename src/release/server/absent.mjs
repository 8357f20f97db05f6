// Stands for an optional package that is not there.
export default null
