/** The longest sign, such as a digit, in characters. */
const SIGN = 2;

/** Whether the answers of a model are words, which are shown smaller than signs. @param {readonly string[]} labels */
export const areWords = (labels) => labels.some(({ length }) => length > SIGN);
