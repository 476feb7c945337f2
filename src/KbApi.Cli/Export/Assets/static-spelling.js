// What somebody meant who typed a word that nothing has: a word with a slip of the finger, or a compound whose parts stand apart.
const shortestMisspelt = 4;
const shortestPart = 4;

/** How many slips a word of this length may have. */
export const slipsIn = word => word.length < shortestMisspelt || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2;

/** How many single changes make one word of another; two neighbours that changed places are one. More than most where it is more than that. */
export function distance(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[right.length];
}

/** The words that are closest to one that nothing has: those with the fewest slips. */
export function closest(word, known) {
  const most = slipsIn(word);
  if (most === 0) return [];
  const near = [...new Set(known)].map(other => [other, other.length < shortestMisspelt ? most + 1 : distance(word, other, most)]).filter(([, slips]) => slips <= most);
  const fewest = Math.min(...near.map(([, slips]) => slips));
  return near.filter(([, slips]) => slips === fewest).map(([other]) => other).sort();
}

/** The ways to cut a word in two, without what joins the parts: none in languages that write no compounds in one word, which have no links. */
export function partsOf(word, links) {
  const ways = [];
  for (const link of links) {
    for (let at = shortestPart; at + link.length <= word.length - shortestPart; at++) {
      if (word.startsWith(link, at)) ways.push([word.slice(0, at), word.slice(at + link.length)]);
    }
  }
  return ways;
}
