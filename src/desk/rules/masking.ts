/** What stands in place of the hidden part. */
const STARS = "****";

// A mobile number as people write it, with or without +86, spaces or hyphens between the groups.
const MOBILE = /(?<!\d)((?:\+?86[\s-]?)?1[3-9]\d)([\s-]?)\d{4}\2(\d{4})(?!\d)/g;
// A landline with its area code: 0571-88886666.
const LANDLINE = /(?<!\d)(0\d{2,3})[\s-]?\d{3,4}(\d{4})(?!\d)/g;
// From the street down to the door; what stands before (the town) says where, not who.
const DOOR =
  /(\p{Script=Han}{1,10}(?:街道|路|街|大道|巷|弄|村|小区|小區|花园|花園|苑|大厦|大廈|广场|廣場|新村))\s?[\d一二三四五六七八九十]{1,5}\s?(?:[号號栋棟幢座弄#-]|单元|單元)(?:\s?[\dA-Za-z一二三四五六七八九十]{1,5}\s?(?:[号號栋棟幢座室楼樓层層#-]|单元|單元)?){0,5}/gu;

/** A text with telephone numbers and the ends of addresses hidden. Hiding twice is hiding once. */
export function hidePersonal(text: string): string {
  return text.replace(MOBILE, `$1$2${STARS}$2$3`).replace(LANDLINE, `$1-${STARS}$2`).replace(DOOR, `$1${STARS}`);
}
