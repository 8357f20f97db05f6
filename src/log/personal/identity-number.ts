/** Provinces by the first two digits. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
const BORN = /^\d{6}((?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Whether 18 signs are an identity number of the mainland to the last: region, day of birth and check digit. */
export function isIdentityNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[^\dX]/gi, '')
    .toUpperCase()
  if (!PROVINCE.test(plain) || !BORN.test(plain)) return false
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(plain[at]), 0)
  return CHECKS[sum % 11] === plain[17]
}
